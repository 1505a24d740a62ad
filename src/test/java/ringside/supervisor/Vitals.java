package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * What a process of this machine uses just now, as the system counts it.
 *
 * @param threads how many it has
 * @param residentKiB the memory that it really occupies
 * @param openFiles descriptors: files and connections
 */
record Vitals(long threads, long residentKiB, long openFiles) {

    /** Three for the disk and one for the logs start with the first file that is sent. */
    static final int LATE_THREADS = 4;

    /** Reads them; a test on a system without {@code /proc} is skipped. */
    static Vitals of(ProcessHandle process) throws IOException {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        Assumptions.assumeTrue(Files.exists(folder), "this system does not show its processes");
        try (var files = Files.list(folder.resolve("fd"))) {
            return new Vitals(field(folder, "Threads:"), field(folder, "VmRSS:"), files.count());
        }
    }

    /**
     * Whether a process still runs. In a container whose first process collects nobody, one that
     * has ended stays listed for ever, as a zombie.
     */
    static boolean isRunning(ProcessHandle process) {
        try {
            return process.isAlive() && stateOf(process) != 'Z';
        } catch (IOException e) {
            // It ended just now, or this system does not show its processes.
            return process.isAlive();
        }
    }

    /** The system's letter for what a process does: T is stopped, Z is a zombie. */
    static char stateOf(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    private static long field(Path folder, String name) throws IOException {
        return Files.readAllLines(folder.resolve("status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
