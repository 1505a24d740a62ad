package ringside.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.status.StatusEntry;

/** Recordings of earlier versions can still be opened (SPEC 12.4). */
class OldRecordingTest {

    /** A recording of eight peers, two of them paused, made on that day; most pings are omitted. */
    private static final Path FILE =
            Path.of("src/test/resources/ringside/recording/2026-11-26.ringside");

    @Test
    void aRecordingOfAnEarlierVersionIsReadCompletely() throws Exception {
        List<StatusEntry> entries = new ArrayList<>();
        RecordingReader.Result result = RecordingReader.read(FILE, entries::add);

        assertThat(result).isEqualTo(new RecordingReader.Result(235, 0, false));
        assertThat(entries).hasSize(235);
    }

    @Test
    void itsEventsFoldToTheRecordedRing() throws Exception {
        List<RingState> states = new ArrayList<>(List.of(RingState.EMPTY));
        RecordingReader.read(FILE, entry -> states.add(states.getLast().after(entry)));
        List<PeerState> peers = states.getLast().peers();

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
}
