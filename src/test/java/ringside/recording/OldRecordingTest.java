package ringside.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.status.StatusEntry;

/**
 * Recordings of earlier versions can still be opened (SPEC 12.4). Both were made on the day in
 * their names; most pings are omitted.
 */
class OldRecordingTest {

    private static final Path FOLDER = Path.of("src/test/resources/ringside/recording");

    /** Eight peers, two of them paused. */
    private static final Path PAUSED = FOLDER.resolve("2026-11-26.ringside");

    /** A lossy transfer, a cut link, a newcomer, a pause, a kill and a quit. */
    private static final Path FAULTS = FOLDER.resolve("2026-11-26-faults.ringside");

    @ParameterizedTest
    @CsvSource({"2026-11-26.ringside, 235", "2026-11-26-faults.ringside, 195"})
    void aRecordingOfAnEarlierVersionIsReadCompletely(String name, int lines) throws Exception {
        List<StatusEntry> entries = new ArrayList<>();
        RecordingReader.Result result = RecordingReader.read(FOLDER.resolve(name), entries::add);

        assertThat(result).isEqualTo(new RecordingReader.Result(lines, 0, false));
        assertThat(entries).hasSize(lines);
    }

    @Test
    void itsEventsFoldToTheRecordedRing() throws Exception {
        List<PeerState> peers = peersAtTheEndOf(PAUSED);

        assertThat(peers)
                .extracting(peer -> peer.id().value())
                .containsExactlyInAnyOrder(14, 43, 77, 104, 139, 168, 236, 252);
        assertThat(peers)
                .filteredOn(peer -> peer.process().paused())
                .extracting(peer -> peer.id().value())
                .containsExactlyInAnyOrder(43, 77);
        assertThat(peers)
                .filteredOn(peer -> peer.id().value() == 236)
                .flatExtracting(PeerState::files)
                .extracting(file -> file.name().toString())
                .contains("2012.pdf");
    }

    @Test
    void faultsAreFoldedToTheRingThatIsLeft() throws Exception {
        List<PeerState> peers = peersAtTheEndOf(FAULTS);

        assertThat(inPhase(peers, PeerPhase.RUNNING)).containsExactlyInAnyOrder(14, 43, 104, 236);
        assertThat(inPhase(peers, PeerPhase.KILLED)).containsExactly(139);
        assertThat(inPhase(peers, PeerPhase.QUIT)).containsExactly(77);
        assertThat(peers)
                .filteredOn(peer -> peer.id().value() == 14)
                .flatExtracting(PeerState::successors)
                .extracting(Object::toString)
                .startsWith("43", "104");
    }

    /** Events renamed in the program since then have their old names in the file. */
    @Test
    void theNamesOfEarlierVersionsAreRead() throws Exception {
        List<StatusEntry> entries = new ArrayList<>();
        RecordingReader.read(FAULTS, entries::add);
        Set<String> kinds =
                entries.stream()
                        .map(entry -> entry.event().getClass().getSimpleName())
                        .collect(Collectors.toSet());

        assertThat(kinds)
                .contains(
                        "LinkCut",
                        "LinkMended",
                        "PeerSuspected",
                        "PeerTrusted",
                        "PeerDead",
                        "NeighbourLeft",
                        "ProcessKilled",
                        "ProcessPaused",
                        "ProcessResumed",
                        "ProcessEnded",
                        "Joining",
                        "Leaving",
                        "Left",
                        "LookupForwarded",
                        "LookupArrived",
                        "LookupAnswered",
                        "TransferDone",
                        "FileReceived");
    }

    private static List<Integer> inPhase(List<PeerState> peers, PeerPhase phase) {
        return peers.stream()
                .filter(peer -> peer.phase() == phase)
                .map(peer -> peer.id().value())
                .toList();
    }

    private static List<PeerState> peersAtTheEndOf(Path file) throws Exception {
        List<RingState> states = new ArrayList<>(List.of(RingState.EMPTY));
        RecordingReader.read(file, entry -> states.set(0, states.getFirst().after(entry)));
        return states.getFirst().peers();
    }
}
