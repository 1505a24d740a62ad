package ringside.supervisor;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.PeerOptions;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;

/** Builds the command line of a peer's process (SPEC 1.2). */
public final class PeerCommandLine {

    /**
     * Flags measured on a ring of eight, to start a peer fast and to keep it small. Rarely called
     * code stays interpreted, which saves 3 MiB, and code that a large file calls often is fully
     * optimised. The heap sizes save 6 MiB that an idle peer would touch for nothing, the cache
     * stays unmodified memory shared by all peers, and 6 MiB used by the compiler go back to the
     * system. The profiles in the cache are left alone: compiling by them at once costs a start 60
     * ms and 6 MiB. Reflection generates no code, because a peer maps too few records for that to
     * pay, and monitors that nobody uses are seldom looked for. The JVM's own warnings go to
     * stderr, because stdout belongs to the peer's terminal.
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
                    "-XX:-AOTReplayTraining",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:TrimNativeHeapInterval=5000",
                    "-XX:AsyncDeflationInterval=5000",
                    "-Djdk.reflect.useNativeAccessorOnly=true",
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr");

    /**
     * Flags that {@code UdpGso} needs. A cache is only usable by a JVM with the same of these flags
     * as the one that wrote it.
     */
    public static final List<String> MODULE_FLAGS =
            List.of("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

    /**
     * Flags of the peers of a crowd, for which there are more than {@value #CROWD_PER_PROCESSOR} a
     * processor. They compile sooner what they call now and then, soonest what has loops, and
     * optimise nothing fully: after two minutes an idle one takes 3.7 ms of a processor a second
     * instead of 5, and 46 MiB instead of 48. With 200 in place of 500 it is 3.2 to 3.6 ms then;
     * but all peers of a large ring compile while it starts, and 256 are a right ring a fifth
     * later. A large file with a wide window takes longer, so smaller rings keep both compilers.
     */
    static final List<String> CROWD_FLAGS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:Tier3InvocationThreshold=500",
                    "-XX:Tier3MinInvocationThreshold=100",
                    "-XX:Tier3CompileThreshold=2000");

    static final int CROWD_PER_PROCESSOR = 8;

    /**
     * Flags of the peers of a crowd with a ring key, whose messages all have a tag: the inner loop
     * of SHA-256 is compiled within its first calls. Until it counted as often called, peers on a
     * ring of 24 took 40 ms of a processor each for it. Without a key the flags would cost more
     * than they save, and with C2 they have it compile a method that it has little use for.
     */
    static final List<String> KEYED_CROWD_FLAGS =
            List.of(
                    "-XX:CompileCommand=quiet",
                    "-XX:CompileCommand=CompileThresholdScaling,"
                            + "sun.security.provider.SHA2::implCompress0,0.01",
                    "-XX:CompileCommand=CompileThresholdScaling,"
                            + "sun.security.provider.ByteArrayAccess::b2iBig64,0.01");

    private PeerCommandLine() {}

    /**
     * Returns the beginning of a command line, before the arguments of the peer.
     *
     * @param classPath of the peer: the program's own classes and Gson
     * @param jvmFlags further flags, such as {@link PeerCache#flags()}
     */
    public static List<String> jvm(
            Path java, String classPath, List<String> jvmFlags, String mainClass) {
        List<String> line = new ArrayList<>();
        line.add(java.toString());
        line.addAll(JVM_FLAGS);
        line.addAll(MODULE_FLAGS);
        line.addAll(jvmFlags);
        line.addAll(List.of("-cp", classPath, mainClass));
        return line;
    }

    /**
     * Returns the whole command line.
     *
     * @param behaviour the peer's current settings
     * @param status address of the status channel
     * @param others peers that will run on this machine beside it
     */
    static List<String> of(
            SupervisorSettings settings,
            PeerSettings behaviour,
            PeerNetwork network,
            InetSocketAddress status,
            PeerId peer,
            PeerStart start,
            Optional<PlantedFault> fault,
            int others) {
        List<String> flags = new ArrayList<>(settings.jvmFlags());
        if (others >= CROWD_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()) {
            flags.addAll(CROWD_FLAGS);
            if (network.isKeyed()) {
                flags.addAll(KEYED_CROWD_FLAGS);
            }
        }
        List<String> line = jvm(settings.java(), settings.classPath(), flags, settings.mainClass());
        line.addAll(place(peer, start));
        line.addAll(List.of(Integer.toString(behaviour.mss()), Double.toString(behaviour.loss())));
        line.addAll(List.of(PeerOptions.PING, behaviour.pingIntervalMs() + "ms"));
        line.addAll(List.of(PeerOptions.MISSES, Integer.toString(behaviour.misses())));
        line.addAll(List.of(PeerOptions.SUCCESSORS, Integer.toString(behaviour.successors())));
        line.addAll(List.of(PeerOptions.REPLICAS, Integer.toString(behaviour.replicas())));
        line.addAll(List.of(PeerOptions.WINDOW, Integer.toString(behaviour.window())));
        if (behaviour.shortcuts()) {
            line.add(PeerOptions.SHORTCUTS);
        }
        line.addAll(List.of(PeerOptions.BASE_PORT, Integer.toString(settings.basePort())));
        line.addAll(List.of(PeerOptions.DATA, settings.folderOf(peer).toString()));
        line.addAll(List.of(PeerOptions.FILES, settings.files().toString()));
        line.addAll(
                List.of(
                        PeerOptions.STATUS,
                        status.getAddress().getHostAddress() + ":" + status.getPort()));
        line.addAll(network.options());
        fault.ifPresent(planted -> line.addAll(List.of(PeerOptions.FAULT, planted.word())));
        line.add(PeerOptions.QUIET);
        return line;
    }

    private static List<String> place(PeerId peer, PeerStart start) {
        return switch (start) {
            case PeerStart.WithNeighbours(PeerId first, PeerId second) ->
                    List.of(peer.toString(), first.toString(), second.toString());
            case PeerStart.Joining(PeerId known) ->
                    List.of(PeerOptions.JOIN, known.toString(), peer.toString());
        };
    }
}
