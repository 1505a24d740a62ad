package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

class PeerCommandLineTest {

    private static final int A_CROWD =
            PeerCommandLine.CROWD_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();

    private static List<String> besideOthers(int others) {
        return line(PeerNetwork.loopback(""), others);
    }

    private static List<String> line(PeerNetwork network, int others) {
        return PeerCommandLine.of(
                new SupervisorSettings(
                        Path.of("java"),
                        "ringside.jar",
                        SupervisorSettings.PEER_MAIN,
                        PeerSettings.DEFAULTS,
                        21_000,
                        Path.of("run"),
                        Path.of("files"),
                        List.of("-XX:AOTCache=peer.aot")),
                PeerSettings.DEFAULTS,
                network,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                new PeerId(8),
                new PeerStart.Joining(new PeerId(1)),
                Optional.empty(),
                others);
    }

    @Test
    void aPeerOnThisMachinesLoopbackIsToldNothingOfAddresses() {
        assertThat(besideOthers(0)).doesNotContain("--listen", "--at", "--key");
    }

    /** Everybody may read a command line. */
    @Test
    void aPeerOfSeveralHostsIsToldAddressesButNotItsKey() {
        PeerNetwork network =
                new PeerNetwork(
                        "10.0.0.1",
                        Map.of("10.0.0.2", List.of(new PeerId(1), new PeerId(17))),
                        "5ec3e7");

        assertThat(line(network, 0))
                .containsSequence("--listen", "10.0.0.1")
                .containsSequence("--at", "10.0.0.2=1,17")
                .containsSequence("--key", "-")
                .noneMatch(word -> word.contains("5ec3e7"));
        assertThat(network.toString()).doesNotContain("5ec3e7");
    }

    /** Of two values of one flag, the JVM takes the latter. */
    @Test
    void onlyPeersOfACrowdDoWithoutFullOptimisation() {
        assertThat(besideOthers(0)).doesNotContainAnyElementsOf(PeerCommandLine.CROWD_FLAGS);
        assertThat(besideOthers(A_CROWD - 1))
                .doesNotContainAnyElementsOf(PeerCommandLine.CROWD_FLAGS);
        assertThat(besideOthers(A_CROWD))
                .containsSubsequence("-XX:Tier3InvocationThreshold=1500", "-XX:AOTCache=peer.aot")
                .containsSubsequence(PeerCommandLine.CROWD_FLAGS)
                .containsSubsequence(
                        "-XX:Tier3InvocationThreshold=1500", "-XX:Tier3InvocationThreshold=500");
    }

    @Test
    void onlyACrowdWithAKeyCompilesItsDigestAtOnce() {
        PeerNetwork keyed = PeerNetwork.loopback("5ec3e7");
        assertThat(besideOthers(A_CROWD))
                .doesNotContainAnyElementsOf(PeerCommandLine.KEYED_CROWD_FLAGS);
        assertThat(line(keyed, A_CROWD - 1))
                .doesNotContainAnyElementsOf(PeerCommandLine.KEYED_CROWD_FLAGS);
        assertThat(line(keyed, A_CROWD))
                .containsSubsequence(PeerCommandLine.CROWD_FLAGS)
                .containsSubsequence(PeerCommandLine.KEYED_CROWD_FLAGS);
    }

    /** The JVM says nothing of a flag for a method that another JDK calls something else. */
    @Test
    void theMethodsOfTheDigestHaveTheseNames() throws ClassNotFoundException {
        List<String> named =
                PeerCommandLine.KEYED_CROWD_FLAGS.stream()
                        .filter(flag -> flag.contains("::"))
                        .map(flag -> flag.split(",")[1])
                        .toList();
        assertThat(named).hasSize(2);
        for (String method : named) {
            String[] parts = method.split("::");
            assertThat(Class.forName(parts[0]).getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains(parts[1]);
        }
    }

    /** A cache is good for the very flags that it was made with. */
    @Test
    void theScriptGivesAPeerThatIsStartedByHandTheSameFlags() throws IOException {
        String script = Files.readString(Path.of("src/main/launch/launch.sh"));
        int begin = script.indexOf("peer_flags=(") + "peer_flags=(".length();
        String[] given = script.substring(begin, script.indexOf(')', begin)).strip().split("\\s+");

        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        PeerCommandLine.JVM_FLAGS.stream(),
                                        PeerCommandLine.MODULE_FLAGS.stream())
                                .toList());
    }
}
