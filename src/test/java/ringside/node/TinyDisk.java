package ringside.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few KiB, if this user may mount one; otherwise the test is skipped, and says so. */
public final class TinyDisk implements AutoCloseable {

    private final Path folder;

    private TinyDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts a disk over an empty folder. */
    public static TinyDisk mount(Path folder, int kibibytes) throws IOException {
        Files.createDirectories(folder);
        int exit =
                run(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=" + kibibytes + "k",
                        "tmpfs",
                        folder.toString());
        Assumptions.assumeTrue(exit == 0, "this user may mount no small disk to fill");
        return new TinyDisk(folder);
    }

    public void fill() throws IOException {
        byte[] block = new byte[1_024];
        try (var out = Files.newOutputStream(folder.resolve("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    private static int run(String... words) throws IOException {
        try {
            return new ProcessBuilder(List.of(words)).redirectErrorStream(true).start().waitFor();
        } catch (IOException noSuchCommand) {
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
    }
}
