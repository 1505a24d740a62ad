package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.RealProcesses;
import ringside.status.NeighbourEvent;
import ringside.status.NeighbourEvent.NeighboursChanged;

/**
 * SPEC 10.1, 10.2: well-formed messages from a program that knows the protocol but is not a peer.
 * They permanently cost a peer no memory, and end and change nothing either.
 */
@RealProcesses
class KnowingStrangerTest {

    private static final int BASE_PORT = 26_000;
    private static final int VICTIM = 77;
    private static final int ROUNDS = 200;

    /** Heap and program; the victim starts at about 55 MiB. */
    private static final long MOST_RESIDENT_KIB = 110 * 1_024;

    private static final String EMPTY =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir private Path folder;

    @Test
    void thousandsOfQuestionsFromNobodyChangeNothing() throws IOException {
        try (WatchedRing ring = new WatchedRing(folder, SupervisorSettings.PEER_MAIN, BASE_PORT)) {
            ring.start(14, VICTIM);
            for (int id : new int[] {14, VICTIM}) {
                ring.await(id, NeighboursChanged.class, it -> !it.predecessors().isEmpty());
            }
            int changes = ring.all(VICTIM, NeighboursChanged.class).size();
            Vitals before = Vitals.of(ring.process(VICTIM));
            Stranger stranger = new Stranger(BASE_PORT, VICTIM);
            for (int round = 0; round < ROUNDS; round++) {
                for (String question : questions(round)) {
                    try (Socket socket = stranger.connected()) {
                        Stranger.write(socket, BadBytes.frame(BadBytes.utf8(question)));
                        assertThat(socket.getInputStream().readNBytes(4)).hasSize(4);
                    }
                }
            }
            assertThat(ring.all(VICTIM, NeighboursChanged.class)).hasSize(changes);
            assertThat(ring.all(14, NeighbourEvent.PeerDead.class)).isEmpty();
            Vitals now = Vitals.of(ring.process(VICTIM));
            assertThat(now.threads()).isLessThanOrEqualTo(before.threads() + Vitals.LATE_THREADS);
            assertThat(now.openFiles()).isLessThan(before.openFiles() + 20);
            assertThat(now.residentKiB()).isLessThan(MOST_RESIDENT_KIB);
            assertOnlyTheOfferedFileIsThere();
        }
    }

    /** One of each kind that opens an exchange, from an unused id. */
    private static List<String> questions(int round) {
        String sender = ",\"from\":100";
        return List.of(
                "{\"type\":\"neighboursWanted\"" + sender + "}",
                "{\"type\":\"departure\""
                        + sender
                        + ",\"predecessors\":[14,200],\"successors\":[101]}",
                "{\"type\":\"lookup\""
                        + sender
                        + ",\"lookupId\":"
                        + round
                        + ",\"purpose\":\"request\",\"number\":\"0060\",\"requester\":100,"
                        + "\"hop\":"
                        + (1 + round % 256)
                        + ",\"meant\":"
                        + (round % 2 == 0)
                        + ",\"copy\":0}",
                "{\"type\":\"lookup\""
                        + sender
                        + ",\"lookupId\":"
                        + round
                        + ",\"purpose\":\"store\",\"number\":\"0061\",\"requester\":100,"
                        + "\"hop\":256,\"meant\":true,\"copy\":0}",
                "{\"type\":\"ownerFound\"" + sender + ",\"lookupId\":" + round + ",\"held\":true}",
                "{\"type\":\"kept\"" + sender + ",\"lookupId\":" + round + ",\"holders\":3}",
                "{\"type\":\"inventory\""
                        + sender
                        + ",\"files\":["
                        + file(round)
                        + "],\"last\":false}",
                "{\"type\":\"transferOver\""
                        + sender
                        + ",\"transferId\":"
                        + round
                        + ",\"failure\":\""
                        + "x".repeat(60_000)
                        + "\"}",
                offer("request", round),
                offer("copy", round));
    }

    private static String file(int round) {
        return "{\"file\":\"0062.txt\",\"bytes\":9223372036854775,\"sha256\":\""
                + EMPTY
                + "\",\"versionMs\":"
                + round
                + "}";
    }

    private static String offer(String purpose, int round) {
        return "{\"type\":\"offer\",\"from\":100,\"transferId\":"
                + round
                + ",\"purpose\":\""
                + purpose
                + "\",\"lookupId\":7,\"file\":\"0060.txt\",\"bytes\":0,\"sha256\":\""
                + EMPTY
                + "\",\"versionMs\":"
                + (round + 1)
                + ",\"mss\":1,\"window\":1}";
    }

    private void assertOnlyTheOfferedFileIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(path -> path.getFileName().toString()))
                    .allMatch(name ->
                            name.matches(
                                    ".*_log.txt|stderr.txt|ringside-peer.lock|0060(.txt|.new)?|[0-9]+.part"));
        }
    }
}
