package ringside.program;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the process that holds a peer's UDP port, among those of its terminal: that process is the
 * peer, not the shell around it (PROGRAMS 1.5). Linux only.
 */
final class PortHolder {

    private PortHolder() {}

    /**
     * Looks for the holder.
     *
     * @param leader the process with which the terminal began, which may have ended
     * @return the holder; the one that started first if a process has handed its socket on; empty
     *     if there is none, or this system does not tell
     */
    static Optional<ProcessStatus> find(long leader, int port) {
        Map<Long, ProcessStatus> all =
                ProcessHandle.allProcesses()
                        .map(process -> ProcessStatus.of(process.pid()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(ProcessStatus::id, Function.identity()));
        return all.values().stream()
                .filter(process -> isOf(leader, process, all))
                .filter(process -> holds(process.id(), port))
                .min(
                        Comparator.comparingLong(ProcessStatus::startedTicks)
                                .thenComparingLong(ProcessStatus::id));
    }

    /** A process may have left the session, or have lost the parent that belonged to it. */
    private static boolean isOf(long leader, ProcessStatus process, Map<Long, ProcessStatus> all) {
        ProcessStatus each = process;
        while (each != null) {
            if (each.id() == leader || each.session() == leader) {
                return true;
            }
            each = all.get(each.parent());
        }
        return false;
    }

    private static boolean holds(long processId, int port) {
        Set<String> sockets = BoundPorts.udpSockets(processId, port);
        if (sockets.isEmpty()) {
            return false;
        }
        try (DirectoryStream<Path> open =
                Files.newDirectoryStream(Path.of("/proc/" + processId + "/fd"))) {
            for (Path each : open) {
                if (sockets.contains(linkOf(each))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // It has ended, or is not this user's.
            return false;
        }
    }

    private static String linkOf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // It was closed meanwhile.
            return "";
        }
    }
}
