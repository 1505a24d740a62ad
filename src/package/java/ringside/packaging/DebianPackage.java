package ringside.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A package for Debian and its kin, built by their own {@code dpkg-deb}. It has no scripts: menus
 * and file types are noticed by the system, and removing it removes all.
 *
 * @param folder where it is made
 * @param time that all files bear
 */
record DebianPackage(Path folder, String version, Instant time) {

    /** What JavaFX's native libraries are linked with. */
    private static final List<String> NEEDED =
            List.of(
                    "bash",
                    "libc6",
                    "libfontconfig1",
                    "libfreetype6",
                    "libgl1",
                    "libgtk-3-0 | libgtk-3-0t64",
                    "libpangoft2-1.0-0",
                    "libx11-6",
                    "libxtst6",
                    "libxxf86vm1");

    private static final int BYTES_A_KIB = 1024;

    /**
     * Makes the package.
     *
     * @param application the folder to install
     * @param project with the files for menus and file types
     */
    void build(Path application, Path project) throws IOException, InterruptedException {
        Path tree = folder.resolve("deb");
        Path share = tree.resolve("usr/share");
        Path linux = project.resolve("src/package/linux");
        Trees.copy(application, tree.resolve("usr/lib/ringside"));
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        for (String launcher : ApplicationFolder.LAUNCHERS) {
            Files.createSymbolicLink(
                    bin.resolve(launcher), Path.of("../lib/ringside/bin", launcher));
        }
        for (String entry : List.of("ringside.desktop", "ringside-recording.desktop")) {
            Trees.copyFile(
                    linux.resolve(entry), share.resolve("applications/" + entry), Trees.READABLE);
        }
        Trees.copyFile(
                linux.resolve("ringside.xml"),
                share.resolve("mime/packages/ringside.xml"),
                Trees.READABLE);
        Trees.copyFile(
                linux.resolve("ringside.svg"),
                share.resolve("icons/hicolor/scalable/apps/ringside.svg"),
                Trees.READABLE);
        for (String page : List.of("ringside.1.gz", "ringside-peer.1.gz")) {
            Path manual = share.resolve("man/man1").resolve(page);
            Files.createDirectories(manual.getParent());
            try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(manual))) {
                Files.copy(linux.resolve("ringside.1"), packed);
            }
        }
        Path control = Files.createDirectories(tree.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, control(kibibytes(tree)));
        Trees.setTimes(tree, time);
        Tool.run(
                folder,
                Map.of("SOURCE_DATE_EPOCH", Long.toString(time.getEpochSecond())),
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz",
                "--build",
                tree.toString(),
                "ringside_" + version + "_" + Architecture.ofDebian() + ".deb");
        Trees.delete(tree);
    }

    private static long kibibytes(Path tree) throws IOException {
        long bytes = 0;
        for (Path path : Trees.inOrder(tree)) {
            bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
        }
        return bytes / BYTES_A_KIB;
    }

    private String control(long kibibytes) {
        return """
        Package: ringside
        Version: %s
        Architecture: %s
        Maintainer: Ringside's maintainers
        Installed-Size: %d
        Depends: %s
        Section: education
        Priority: optional
        Description: watch a ring of real peers
         Ringside runs a circular distributed hash table on this machine and shows it:
         real processes that ping their successors, pass requests on, send files with
         simulated loss, and close the gap that a killed neighbour leaves.
        """
                .formatted(version, Architecture.ofDebian(), kibibytes, String.join(", ", NEEDED));
    }
}
