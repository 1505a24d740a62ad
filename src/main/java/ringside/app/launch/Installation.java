package ringside.app.launch;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import ringside.app.lessons.ScenarioPlaces;
import ringside.node.Failures;
import ringside.node.PeerMain;
import ringside.scenario.PathFinder;
import ringside.supervisor.RunFolder;
import ringside.supervisor.RunFolders;
import ringside.supervisor.SharedArchive;
import ringside.supervisor.SupervisorSettings;

/** Where the program's parts lie on this machine. */
final class Installation {

    /** The property in which {@code run-ring.sh} tells the folder that it lies in. */
    private static final String HOME_PROPERTY = "ringside.home";

    private Installation() {}

    /** The folder of the program, with {@code assets} in it. */
    static Path home() {
        return Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath();
    }

    /** Finds files from where the user is, from beside another file, and from the program. */
    static PathFinder paths(Path besides) {
        Path folder = besides.toAbsolutePath().getParent();
        Path here = Path.of("").toAbsolutePath();
        return new PathFinder(List.of(here, folder == null ? here : folder, home()));
    }

    /** The scenarios that come with the program, and the user's own in {@code ~/.ringside}. */
    static ScenarioPlaces scenarioPlaces() {
        return new ScenarioPlaces() {
            @Override
            public List<Path> folders() {
                return List.of(
                        home().resolve("assets").resolve("scenarios"),
                        Path.of(System.getProperty("user.home"), ".ringside", "scenarios"));
            }

            @Override
            public PathFinder paths(Path scenario) {
                return Installation.paths(scenario);
            }
        };
    }

    /**
     * Makes the folder of a run.
     *
     * @throws IOException when it cannot be made, or another run lives in it
     */
    static RunFolder runFolder(RunOptions options) throws IOException {
        Path data = options.data();
        if (data != null) {
            return RunFolder.claim(data);
        }
        try {
            return RunFolders.create(RunFolders.usual(), LocalDateTime.now(ZoneId.systemDefault()));
        } catch (FileSystemException e) {
            throw new IOException(LaunchMessages.format("folder.none", Failures.sentence(e)), e);
        }
    }

    /** How the peers of a run are started. */
    static SupervisorSettings settings(RunOptions options, Path runFolder) {
        return new SupervisorSettings(
                java(),
                classPath(),
                SupervisorSettings.PEER_MAIN,
                options.settings(),
                options.basePort(),
                runFolder,
                options.files(),
                SharedArchive.flags(placeOf(PeerMain.class)));
    }

    /** The program that runs peers: the one that runs this. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Peers get this program and Gson, and nothing of the window. */
    static String classPath() {
        return placeOf(PeerMain.class) + File.pathSeparator + placeOf(Gson.class);
    }

    static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes come from files", e);
        }
    }
}
