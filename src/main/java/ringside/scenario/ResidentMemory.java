package ringside.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a process holds: from /proc on Linux, else from the system's ps. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** KiB that a process holds; empty when nobody tells. Waits for the system. */
    static OptionalLong kibibytes(long processId) {
        OptionalLong told = ofProc(processId);
        return told.isPresent() ? told : ofPs(processId);
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
