package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;

/** The windowed mode between two peers, over a network that loses, duplicates and reorders. */
class SendWindowPairTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final PeerId OWNER = new PeerId(220);
    private static final PeerId COPY = new PeerId(230);
    private static final PeerId REQUESTER = new PeerId(10);

    private final byte[] content = new byte[100_300];

    private Simulation ring(PeerSettings settings, int bytes, PeerId... peers) {
        Simulation simulation = CheckedSimulation.of(1, settings);
        simulation.startRing(List.of(peers));
        assertThat(simulation.runUntil(simulation::isRingRight, 5_000)).isNotNegative();
        new Random(2).nextBytes(content);
        simulation.disk(OWNER).offer("2012.pdf", Arrays.copyOf(content, bytes));
        simulation.peer(OWNER.value()).command(new PeerCommand.ReportSegments(true));
        return simulation;
    }

    private Simulation pair(PeerSettings settings, int bytes) {
        return ring(settings, bytes, OWNER, REQUESTER);
    }

    private long request(Simulation simulation, int bytes, long mostMs) {
        simulation.peer(REQUESTER.value()).command(new PeerCommand.Request(NUMBER));
        long took =
                simulation.runUntil(
                        () -> simulation.disk(REQUESTER).received(NUMBER).isPresent(), mostMs);
        assertThat(took).isNotNegative();
        assertThat(simulation.disk(REQUESTER).received(NUMBER))
                .hasValueSatisfying(
                        got -> assertThat(got).isEqualTo(Arrays.copyOf(content, bytes)));
        return took;
    }

    private static PeerSettings settings(int mss, int window, double loss) {
        return PeerSettings.DEFAULTS.withMss(mss).withWindow(window).withLoss(loss);
    }

    @ParameterizedTest
    @CsvSource({
        "0,400,32",
        "1,400,32",
        "399,400,2",
        "400,400,2",
        "401,400,2",
        "800,400,256",
        "100300,400,7",
        "100300,65000,8",
        "10,1,3",
        "65000,65000,64"
    })
    void everySizeArrivesWhole(int bytes, int mss, int window) {
        request(pair(settings(mss, window, 0), bytes), bytes, 10_000);
    }

    /** A loss costs round trips, not seconds. */
    @Test
    void simulatedLossCostsAHundredthOfStopAndWait() {
        long windowed = request(pair(settings(400, 32, 0.1), 100_300), 100_300, 600_000);
        long oneByOne = request(pair(settings(400, 1, 0.1), 100_300), 100_300, 600_000);
        assertThat(oneByOne).isGreaterThan(100 * windowed);
    }

    @Test
    void aNetworkThatLosesDoublesAndReordersOnlyCostsTime() {
        for (int seed = 0; seed < 40; seed++) {
            Simulation simulation = pair(settings(500, 1 + seed * 6, 0.05), 30_000);
            simulation.network().setLinks(new Links(100, 40_000, 0.1, 0.2));
            request(simulation, 30_000, 600_000);
        }
    }

    /** Never more under way than the window; on a link that keeps the order, nothing is resent. */
    @Test
    void theWindowIsKeptAndNothingIsSentInVain() {
        Simulation simulation = pair(settings(1_000, 8, 0), 100_300);
        simulation.network().setLinks(new Links(100, 100, 0, 0));
        request(simulation, 100_300, 10_000);
        assertThat(mostUnderWay(simulation)).isEqualTo(8);
        assertThat(simulation.trace())
                .noneMatch(entry ->
                        entry.event() instanceof FileEvent.SegmentTraced traced
                                && traced.step() == SegmentStep.RESENT);
    }

    @Test
    void theWindowIsKeptThroughLosses() {
        Simulation simulation = pair(settings(1_000, 8, 0.3), 100_300);
        request(simulation, 100_300, 60_000);
        assertThat(mostUnderWay(simulation)).isEqualTo(8);
    }

    /** Returns the most bytes between the first unacknowledged one and the last one sent. */
    private static int mostUnderWay(Simulation simulation) {
        Map<Long, Integer> sent = new TreeMap<>();
        int most = 0;
        for (StatusEntry entry : simulation.trace()) {
            if (entry.event() instanceof FileEvent.SegmentTraced traced
                    && entry.peer().equals(OWNER)) {
                switch (traced.step()) {
                    case SENT, DROPPED -> sent.put(traced.sequence(), traced.length());
                    case ACKNOWLEDGEMENT_RECEIVED ->
                            sent.keySet().removeIf(at -> at < traced.acknowledgement());
                    case RESENT,
                            RESENT_DROPPED,
                            TIMED_OUT,
                            OVERTAKEN,
                            RECEIVED,
                            DUPLICATE_RECEIVED,
                            ACKNOWLEDGEMENT_SENT,
                            ACKNOWLEDGEMENT_DROPPED -> {}
                }
                most = Math.max(most, sent.size());
            }
        }
        return most;
    }

    /** SPEC 8.5: the owner dies in the middle; a copy holder sends the rest, and only the rest. */
    @Test
    void aRequestGoesOnFromACopyWhereTheOwnerBrokeOff() {
        Simulation simulation = ring(settings(400, 1, 0.1), 100_300, OWNER, COPY, REQUESTER);
        simulation.disk(COPY).offer("2012.pdf", content);
        simulation.peer(REQUESTER.value()).command(new PeerCommand.Request(NUMBER));
        simulation.run(5_000);
        simulation.peer(OWNER.value()).kill();
        simulation.peer(COPY.value()).command(new PeerCommand.SetLoss(0));
        long took =
                simulation.runUntil(
                        () -> simulation.disk(REQUESTER).received(NUMBER).isPresent(), 8_000);
        assertThat(took).isNotNegative();
        assertThat(simulation.disk(REQUESTER).received(NUMBER))
                .hasValueSatisfying(got -> assertThat(got).isEqualTo(content));
        assertThat(starts(simulation, COPY))
                .singleElement()
                .satisfies(start -> assertThat(start.offset()).isBetween(1L, 100_299L));
    }

    private static List<FileEvent.TransferStarted> starts(Simulation simulation, PeerId sender) {
        return simulation.trace().stream()
                .filter(entry -> entry.peer().equals(sender))
                .map(StatusEntry::event)
                .filter(FileEvent.TransferStarted.class::isInstance)
                .map(FileEvent.TransferStarted.class::cast)
                .toList();
    }
}
