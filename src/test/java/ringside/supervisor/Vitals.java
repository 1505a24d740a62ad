package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The current resource usage of a process on this machine, as the system reports it.
 *
 * @param threads number of threads
 * @param residentKiB resident memory
 * @param openFiles descriptors: files and connections
 */
record Vitals(long threads, long residentKiB, long openFiles) {

    /** Three for the disk and one for the logs start with the first file that is sent. */
    static final int LATE_THREADS = 4;

    /** Reads the usage of a process; skips the test on a system without {@code /proc}. */
    static Vitals of(ProcessHandle process) throws IOException {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        Assumptions.assumeTrue(Files.exists(folder), "this system does not show its processes");
        try (var files = Files.list(folder.resolve("fd"))) {
            return new Vitals(field(folder, "Threads:"), field(folder, "VmRSS:"), files.count());
        }
    }

    /**
     * Returns whether a process is still running. In a container whose first process does not reap
     * children, an ended one stays listed for ever, as a zombie.
     */
    static boolean isRunning(ProcessHandle process) {
        try {
            return process.isAlive() && stateOf(process) != 'Z';
        } catch (IOException e) {
            // It has just ended, or this system does not show its processes.
            return process.isAlive();
        }
    }

    /** Returns the system's letter for a process's state: T is stopped, Z is a zombie. */
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
