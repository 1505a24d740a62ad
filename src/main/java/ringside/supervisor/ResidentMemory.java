package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Reads how much memory a process holds: from /proc on Linux, otherwise from the system's ps. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** Returns the memory of a process in KiB; empty if it is unknown. Waits for the system. */
    public static OptionalLong kibibytes(long processId) {
        OptionalLong fromProc = ofProc(processId);
        return fromProc.isPresent() ? fromProc : ofPs(processId);
    }

    static OptionalLong ofProc(long processId) {
        try {
            return Files.readAllLines(Path.of("/proc/" + processId + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong ofPs(long processId) {
        try {
            Process ps =
                    new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(processId))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var out = ps.inputReader()) {
                return out.lines()
                        .map(String::strip)
                        .filter(line -> line.matches("[0-9]+"))
                        .mapToLong(Long::parseLong)
                        .findFirst();
            }
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
