package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where JavaFX unpacks its libraries: a folder that can be written, and from which programs may
 * run. The user's home is not always one.
 */
final class LibraryPlace {

    /** The property in which JavaFX looks for it. */
    private static final String PROPERTY = "javafx.cachedir";

    private LibraryPlace() {}

    /** Leads JavaFX away from a home that will not do; once, before the first window. */
    static void choose() {
        Path home = Path.of(System.getProperty("user.home"), ".openjfx", "cache");
        if (System.getProperty(PROPERTY) == null && !isUsable(home)) {
            Path program = Installation.placeOf(LibraryPlace.class).resolveSibling("openjfx");
            Optional.of(program)
                    .filter(LibraryPlace::isUsable)
                    .or(LibraryPlace::temporary)
                    .ifPresent(place -> System.setProperty(PROPERTY, place.toString()));
        }
    }

    /** One of a random name: in a folder of all users nobody can have put anything there before. */
    private static Optional<Path> temporary() {
        try {
            return Optional.of(Files.createTempDirectory("ringside-openjfx"))
                    .filter(LibraryPlace::isUsable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Tries it with a small file; the system calls nothing executable where that is barred. */
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
