package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Chooses the folder into which JavaFX unpacks its libraries. It must be writable and allow
 * programs to run, which the user's home may not.
 */
final class LibraryFolder {

    /** The property in which JavaFX looks for the folder. */
    private static final String PROPERTY = "javafx.cachedir";

    private LibraryFolder() {}

    /** Directs JavaFX away from an unsuitable home; call once, before the first window. */
    static void choose() {
        if (isInRuntime()) {
            return;
        }
        Path home = Path.of(System.getProperty("user.home"), ".openjfx", "cache");
        if (System.getProperty(PROPERTY) == null && !isUsable(home)) {
            Path program = Installation.locationOf(LibraryFolder.class).resolveSibling("openjfx");
            Optional.of(program)
                    .filter(LibraryFolder::isUsable)
                    .or(LibraryFolder::temporary)
                    .ifPresent(folder -> System.setProperty(PROPERTY, folder.toString()));
        }
    }

    /** Returns whether JavaFX is part of the runtime, where its libraries lie unpacked. */
    private static boolean isInRuntime() {
        return ModuleLayer.boot()
                .configuration()
                .findModule("javafx.graphics")
                .flatMap(graphics -> graphics.reference().location())
                .filter(location -> "jrt".equals(location.getScheme()))
                .isPresent();
    }

    /**
     * Creates a folder with a random name: in a shared folder, others could have prepared a fixed
     * one.
     */
    private static Optional<Path> temporary() {
        try {
            return Optional.of(Files.createTempDirectory("ringside-openjfx"))
                    .filter(LibraryFolder::isUsable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Probes a folder with a small file, which cannot be made executable where that is forbidden.
     */
    static boolean isUsable(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", "");
            try {
                Files.write(probe, new byte[1]);
                return probe.toFile().setExecutable(true) && Files.isExecutable(probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
