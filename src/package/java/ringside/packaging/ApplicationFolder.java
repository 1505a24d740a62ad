package ringside.packaging;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that runs wherever it lies, without a JDK: {@code bin} has the launchers, {@code
 * lib/app} the program, its libraries and assets, and {@code lib/runtime} a JVM with JavaFX in it.
 *
 * @param path where it is made
 */
record ApplicationFolder(Path path) {

    /** What the program and its libraries use of the JDK, beside what these need themselves. */
    private static final List<String> MODULES =
            List.of(
                    "java.desktop",
                    "java.logging",
                    "java.management",
                    "jdk.unsupported",
                    "javafx.controls",
                    "javafx.swing");

    /** The scripts in {@code bin}. */
    static final List<String> LAUNCHERS = List.of("ringside", "ringside-peer");

    private static final String EXECUTABLE = "rwxr-xr-x";

    private Path app() {
        return path.resolve("lib/app");
    }

    private Path runtime() {
        return path.resolve("lib/runtime");
    }

    /**
     * Puts all in its place but the caches.
     *
     * @param project with {@code target/lib} and the jar beside it
     */
    void assemble(Path project, String version) throws IOException, InterruptedException {
        Path target = project.resolve("target");
        List<Path> libraries = libraries(target);
        List<Path> javafx = libraries.stream().filter(ApplicationFolder::isOfJavaFx).toList();
        for (Path library : libraries.stream().filter(jar -> !isOfJavaFx(jar)).toList()) {
            Trees.copyFile(library, app().resolve(library.getFileName()), Trees.READABLE);
        }
        String jar = "ringside-" + version + ".jar";
        Trees.copyFile(target.resolve(jar), app().resolve(jar), Trees.READABLE);
        Trees.copyFile(
                project.resolve("src/main/launch/launch.sh"),
                app().resolve("launch.sh"),
                Trees.READABLE);
        Files.writeString(app().resolve("version"), version + "\n");
        for (String part : List.of("files", "rules", "scenarios", "wireshark")) {
            copyReadable(project.resolve("assets").resolve(part), app().resolve("assets/" + part));
        }
        for (String launcher : LAUNCHERS) {
            Trees.copyFile(
                    project.resolve("src/package/linux").resolve(launcher),
                    path.resolve("bin").resolve(launcher),
                    EXECUTABLE);
        }
        link(javafx);
        for (Path library : javafx) {
            unpackNative(library);
        }
    }

    /** Makes the caches, as the launcher knows how; they are good where the folder moves. */
    void train() throws IOException, InterruptedException {
        Tool.run(path, path.resolve("bin/ringside").toString(), "prepare");
    }

    private static List<Path> libraries(Path target) throws IOException {
        try (Stream<Path> all = Files.list(target.resolve("lib"))) {
            return all.sorted().toList();
        }
    }

    private static boolean isOfJavaFx(Path library) {
        return library.getFileName().toString().startsWith("javafx-");
    }

    /**
     * JavaFX's native libraries are left out of the modules: it would unpack them at each user's.
     */
    private void link(List<Path> javafx) throws IOException, InterruptedException {
        Tool.run(
                path,
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--module-path",
                javafx.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--exclude-resources",
                "glob:**.so",
                "--output",
                runtime().toString());
    }

    private void unpackNative(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (entry.getName().endsWith(".so")) {
                    Path to = runtime().resolve("lib").resolve(entry.getName());
                    try (InputStream library = file.getInputStream(entry)) {
                        Files.copy(library, to);
                    }
                    Files.setPosixFilePermissions(
                            to, PosixFilePermissions.fromString(Trees.READABLE));
                }
            }
        }
    }

    private static void copyReadable(Path from, Path to) throws IOException {
        for (Path path : Trees.inOrder(from)) {
            if (Files.isRegularFile(path)) {
                Trees.copyFile(path, to.resolve(from.relativize(path).toString()), Trees.READABLE);
            }
        }
    }
}
