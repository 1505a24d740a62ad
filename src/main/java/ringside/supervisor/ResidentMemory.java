package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how much memory processes hold: from /proc on Linux, otherwise from the system's ps. */
public final class ResidentMemory {

    private static final long BYTES_PER_KIBIBYTE = 1_024;

    private ResidentMemory() {}

    /** Returns the memory of a process in bytes; empty if it is unknown. Waits for the system. */
    public static OptionalLong bytes(long processId) {
        Long bytes = bytes(Set.of(processId)).get(processId);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /**
     * Returns the memory of each process in bytes, without those of which it is unknown. Waits for
     * the system.
     */
    static Map<Long, Long> bytes(Collection<Long> processIds) {
        return Files.isDirectory(Path.of("/proc/self")) ? ofProc(processIds) : ofPs(processIds);
    }

    private static Map<Long, Long> ofProc(Collection<Long> processIds) {
        Map<Long, Long> bytes = new HashMap<>();
        for (long process : processIds) {
            ofProc(process).ifPresent(resident -> bytes.put(process, resident));
        }
        return bytes;
    }

    private static OptionalLong ofProc(long processId) {
        try {
            return Files.readAllLines(Path.of("/proc/" + processId + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) * BYTES_PER_KIBIBYTE)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    static Map<Long, Long> ofPs(Collection<Long> processIds) {
        if (processIds.isEmpty()) {
            return Map.of();
        }
        String ids = processIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            Process ps =
                    new ProcessBuilder("ps", "-o", "pid=,rss=", "-p", ids)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var out = ps.inputReader()) {
                return out.lines()
                        .map(line -> List.copyOf(Arrays.asList(line.strip().split(" +"))))
                        .filter(columns -> columns.size() == 2)
                        .collect(
                                Collectors.toMap(
                                        columns -> Long.parseLong(columns.getFirst()),
                                        columns ->
                                                Long.parseLong(columns.getLast())
                                                        * BYTES_PER_KIBIBYTE));
            }
        } catch (IOException e) {
            return Map.of();
        }
    }
}
