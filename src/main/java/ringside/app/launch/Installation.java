package ringside.app.launch;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import ringside.app.lessons.ScenarioFolders;
import ringside.node.Failures;
import ringside.node.PeerMain;
import ringside.rules.InvalidRulesException;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.scenario.PathFinder;
import ringside.supervisor.PeerCache;
import ringside.supervisor.RunFolder;
import ringside.supervisor.RunFolders;
import ringside.supervisor.SupervisorSettings;
import ringside.text.Messages;

/** Locates the parts of the program on this machine. */
final class Installation {

    /** The property in which {@code run-ring.sh} passes the folder that it lies in. */
    private static final String HOME_PROPERTY = "ringside.home";

    /** The family of rules that this program's own peers answer. */
    static final String OWN_RULES = "cdht-2019";

    private Installation() {}

    /** Returns the folder of the program, which contains {@code assets}. */
    static Path home() {
        return Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath();
    }

    /** Returns a file as the user names it, or else one of the program's own. */
    static Path located(Path file) {
        Path own = home().resolve(file);
        return Files.notExists(file) && Files.exists(own) ? own : file;
    }

    /**
     * Returns a finder that looks in the user's folder, beside a file, and in the program's folder.
     */
    static PathFinder paths(Path scenario) {
        Path folder = scenario.toAbsolutePath().getParent();
        Path here = Path.of("").toAbsolutePath();
        return new PathFinder(List.of(here, folder == null ? here : folder, home()));
    }

    /**
     * Returns the folders of the program's scenarios and of the user's own in {@code ~/.ringside}.
     */
    static ScenarioFolders scenarioFolders() {
        return new ScenarioFolders() {
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
     * Returns the rules that this program's own peers answer.
     *
     * @throws IOException when they cannot be read, with a sentence
     */
    static Rules ownRules() throws IOException {
        try {
            return RulesFile.read(rulesFolders().getFirst().resolve(OWN_RULES + ".json"));
        } catch (InvalidRulesException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the folders of the program's rules files and of the user's own. */
    static List<Path> rulesFolders() {
        return List.of(
                home().resolve("assets").resolve("rules"),
                Path.of(System.getProperty("user.home"), ".ringside", "rules"));
    }

    /**
     * Creates the folder of a run.
     *
     * @throws IOException when it cannot be created, or another run lives in it
     */
    static RunFolder runFolder(RunOptions options) throws IOException {
        Path data = options.data();
        if (data != null) {
            return RunFolder.claim(data);
        }
        try {
            return RunFolders.create(RunFolders.usual(), LocalDateTime.now(ZoneId.systemDefault()));
        } catch (FileSystemException e) {
            throw new IOException(Messages.LAUNCH.format("folder.none", Failures.sentence(e)), e);
        }
    }

    static SupervisorSettings settings(RunOptions options, Path runFolder) {
        return new SupervisorSettings(
                java(),
                classPath(),
                SupervisorSettings.PEER_MAIN,
                options.settings(),
                options.basePort(),
                runFolder,
                options.files(),
                PeerCache.flags());
    }

    /** Returns the {@code java} program for peers: the one that runs this program. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Returns the class path of peers: this program and Gson, without the window's libraries. */
    static String classPath() {
        return locationOf(PeerMain.class) + File.pathSeparator + locationOf(Gson.class);
    }

    /** Returns the archive, or the folder, of this program's own classes. */
    static Path locationOfProgram() {
        return locationOf(PeerMain.class);
    }

    static Path locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes come from files", e);
        }
    }
}
