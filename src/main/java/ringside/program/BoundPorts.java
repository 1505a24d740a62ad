package ringside.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks which ports the network of a process has bound (PROGRAMS 1.5). Linux only. */
public final class BoundPorts {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    private BoundPorts() {}

    /** Returns whether this system tells. */
    public static boolean canTell() {
        return Files.isReadable(PROCESSES.resolve("self/net/udp"));
    }

    /** Returns whether a UDP socket is bound to a port, in the network in which a process lives. */
    public static boolean isUdpBound(long processId, int port) {
        return isBound(processId, "udp", port) || isBound(processId, "udp6", port);
    }

    /**
     * Returns the UDP sockets that are bound to a port, in the network in which a process lives, as
     * links to them read in /proc/PID/fd.
     */
    static Set<String> udpSockets(long processId, int port) {
        String wanted = String.format(Locale.ROOT, ":%04X", port);
        return Stream.of("udp", "udp6")
                .flatMap(table -> linesOf(processId, table).stream())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns ->
                        columns.length > INODE && columns[LOCAL_ADDRESS].endsWith(wanted))
                .map(columns -> "socket:[" + columns[INODE] + "]")
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether a TCP socket listens on a port, in the network in which a process lives. */
    public static boolean isTcpListening(long processId, int port) {
        return isListening(processId, "tcp", port) || isListening(processId, "tcp6", port);
    }

    /** Returns whether a TCP socket, a closed one included, still holds a port as its own. */
    public static boolean isTcpHeld(long processId, int port) {
        return isBound(processId, "tcp", port) || isBound(processId, "tcp6", port);
    }

    private static boolean isListening(long processId, String table, int port) {
        String wanted = String.format(Locale.ROOT, ":%04X", port);
        return linesOf(processId, table).stream()
                .map(line -> line.strip().split("\\s+", -1))
                .anyMatch(columns ->
                        columns.length > STATE
                                && columns[LOCAL_ADDRESS].endsWith(wanted)
                                && columns[STATE].equals(LISTENING));
    }

    private static boolean isBound(long processId, String table, int port) {
        String wanted = String.format(Locale.ROOT, ":%04X", port);
        return linesOf(processId, table).stream()
                .map(line -> line.strip().split("\\s+", -1))
                .anyMatch(columns ->
                        columns.length > LOCAL_ADDRESS && columns[LOCAL_ADDRESS].endsWith(wanted));
    }

    private static List<String> linesOf(long processId, String table) {
        try {
            return Files.readAllLines(
                    PROCESSES.resolve(processId + "/net/" + table), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            // It has ended.
            return List.of();
        }
    }
}
