package ringside.supervisor;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** Writes the command line of a peer's process (SPEC 1.2). */
final class PeerCommandLine {

    /**
     * Measured on a ring of eight to start a peer fast and to keep it small: what is called seldom
     * stays interpreted, which saves 3 MiB, and what a large file calls often is compiled as well
     * as can be; the heap's sizes save 6 MiB that an idle peer would touch for nothing, the archive
     * stays unchanged memory that all peers share, and 6 MiB that the compiler has used go back to
     * the system. The JVM's own warnings go to stderr, because stdout belongs to the peer's
     * terminal.
     */
    static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:Tier3InvocationThreshold=1500",
                    "-XX:Tier3MinInvocationThreshold=750",
                    "-XX:Tier3CompileThreshold=6000",
                    "-Xmx32m",
                    "-Xms4m",
                    "-Xmn2m",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:TrimNativeHeapInterval=5000",
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr");

    /**
     * What {@code UdpGso} needs. An archive of classes is only of use to a JVM that has the same of
     * these as the one that wrote it.
     */
    static final List<String> MODULE_FLAGS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED");

    private PeerCommandLine() {}

    /**
     * The whole command line.
     *
     * @param behaviour the peer's settings at this moment
     * @param status where it reports to
     */
    static List<String> of(
            SupervisorSettings settings,
            PeerSettings behaviour,
            InetSocketAddress status,
            PeerId peer,
            PeerStart start) {
        List<String> line = new ArrayList<>();
        line.add(settings.java().toString());
        line.addAll(JVM_FLAGS);
        line.addAll(MODULE_FLAGS);
        line.addAll(settings.jvmFlags());
        line.addAll(List.of("-cp", settings.classPath(), settings.mainClass()));
        line.addAll(place(peer, start));
        line.addAll(List.of(Integer.toString(behaviour.mss()), Double.toString(behaviour.loss())));
        line.addAll(List.of("--ping", behaviour.pingIntervalMs() + "ms"));
        line.addAll(List.of("--misses", Integer.toString(behaviour.misses())));
        line.addAll(List.of("--successors", Integer.toString(behaviour.successors())));
        line.addAll(List.of("--copies", Integer.toString(behaviour.copies())));
        line.addAll(List.of("--window", Integer.toString(behaviour.window())));
        line.addAll(List.of("--base-port", Integer.toString(settings.basePort())));
        line.addAll(List.of("--data", settings.folderOf(peer).toString()));
        line.addAll(List.of("--files", settings.files().toString()));
        line.addAll(
                List.of("--status", status.getAddress().getHostAddress() + ":" + status.getPort()));
        line.add("--quiet");
        return line;
    }

    private static List<String> place(PeerId peer, PeerStart start) {
        return switch (start) {
            case PeerStart.WithNeighbours(PeerId first, PeerId second) ->
                    List.of(peer.toString(), first.toString(), second.toString());
            case PeerStart.Joining(PeerId known) ->
                    List.of("--join", known.toString(), peer.toString());
        };
    }
}
