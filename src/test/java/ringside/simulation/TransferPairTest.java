package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.peer.Effect;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * SPEC 4: a sender and a receiver, with a network between them that loses, duplicates and reorders.
 */
class TransferPairTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final PeerId OWNER = new PeerId(220);
    private static final PeerId REQUESTER = new PeerId(10);

    private final byte[] content = new byte[100_300];

    private Simulation pair(PeerSettings settings, int bytes) {
        Simulation simulation = CheckedSimulation.of(1, settings);
        simulation.startRing(List.of(OWNER, REQUESTER));
        assertThat(simulation.runUntil(simulation::isRingRight, 5_000)).isNotNegative();
        new Random(2).nextBytes(content);
        simulation.disk(OWNER).offer("2012.pdf", java.util.Arrays.copyOf(content, bytes));
        return simulation;
    }

    private long request(Simulation simulation, long mostMs) {
        simulation.peer(10).command(new PeerCommand.Request(NUMBER));
        return simulation.runUntil(
                () -> simulation.disk(REQUESTER).received(NUMBER).isPresent(), mostMs);
    }

    private static PeerSettings settings(int mss, double loss) {
        return PeerSettings.DEFAULTS.withMss(mss).withLoss(loss);
    }

    @ParameterizedTest
    @CsvSource({
        "0,400",
        "1,400",
        "399,400",
        "400,400",
        "401,400",
        "800,400",
        "100300,400",
        "100300,65000",
        "10,1",
        "65000,65000"
    })
    void everySizeArrivesWhole(int bytes, int mss) {
        Simulation simulation = pair(settings(mss, 0), bytes);
        assertThat(request(simulation, 10_000)).isNotNegative();
        assertThat(simulation.disk(REQUESTER).received(NUMBER))
                .hasValueSatisfying(received ->
                        assertThat(received).isEqualTo(java.util.Arrays.copyOf(content, bytes)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.6})
    void simulatedLossOnlyCostsTime(double loss) {
        Simulation simulation = pair(settings(4_000, loss), 100_300);
        assertThat(request(simulation, 600_000)).isNotNegative();
        List<Effect.Log> log = simulation.peer(220).log();
        long dropped = log.stream().filter(line -> line.event().endsWith("Drop")).count();
        long again = log.stream().filter(line -> line.event().startsWith("RTX")).count();
        assertThat(dropped).isPositive();
        assertThat(again).isEqualTo(dropped);
    }

    @Test
    void aNetworkThatLosesDoublesAndReordersOnlyCostsTime() {
        for (int seed = 0; seed < 20; seed++) {
            Simulation simulation = pair(settings(1_000, 0.05), 30_000);
            simulation.network().setLinks(new Links(100, 400_000, 0.1, 0.2));
            assertThat(request(simulation, 600_000)).isNotNegative();
            assertThat(simulation.disk(REQUESTER).received(NUMBER))
                    .hasValueSatisfying(received ->
                            assertThat(received)
                                    .isEqualTo(java.util.Arrays.copyOf(content, 30_000)));
        }
    }

    /** SPEC 4.2: at most one segment is outstanding, and a retransmission waits a whole second. */
    @Test
    void atMostOneSegmentIsOutstandingAndATimeOutTakesASecond() {
        Simulation simulation = pair(settings(1_000, 0.3), 30_000);
        simulation.peer(220).command(new PeerCommand.ReportSegments(true));
        request(simulation, 600_000);
        long outstanding = 0;
        long sentAt = 0;
        int timeOuts = 0;
        for (StatusEntry entry : simulation.trace()) {
            if (!(entry.event() instanceof FileEvent.SegmentTraced segment)) {
                continue;
            }
            switch (segment.step()) {
                case SENT, DROPPED -> {
                    assertThat(outstanding).as("outstanding at %s", segment).isZero();
                    outstanding = segment.sequence();
                    sentAt = entry.atMicros();
                }
                case TIMED_OUT -> {
                    timeOuts++;
                    assertThat(entry.atMicros() - sentAt).isEqualTo(1_000_000);
                }
                case RESENT, RESENT_DROPPED -> {
                    assertThat(segment.sequence()).isEqualTo(outstanding);
                    sentAt = entry.atMicros();
                }
                case ACKNOWLEDGEMENT_RECEIVED -> outstanding = 0;
                case OVERTAKEN -> throw new AssertionError("stop-and-wait is never overtaken");
                case RECEIVED,
                        DUPLICATE_RECEIVED,
                        ACKNOWLEDGEMENT_SENT,
                        ACKNOWLEDGEMENT_DROPPED -> {}
            }
        }
        assertThat(timeOuts).isPositive();
    }

    /** SPEC 4.4. */
    @Test
    void afterTwentyTimeOutsOfOneSegmentBothSidesGiveUpAndNothingIsLeft() {
        Simulation simulation = pair(settings(400, 1), 1_000);
        simulation.peer(10).command(new PeerCommand.Request(NUMBER));
        assertThat(simulation.runUntil(() -> failures(simulation).size() == 2, 60_000))
                .isNotNegative();
        assertThat(failures(simulation)).allMatch(failure -> failure.reason().contains("20 tries"));
        assertThat(simulation.disk(REQUESTER).received(NUMBER)).isEmpty();
        long tries =
                simulation.peer(220).log().stream()
                        .filter(line -> line.event().endsWith("Drop"))
                        .count();
        assertThat(tries).isEqualTo(20);
    }

    /** SPEC 4.4: a receiver whose sender died gives up too. */
    @Test
    void aKilledSenderLeavesNoHalfFile() {
        Simulation simulation = pair(settings(400, 0.5), 100_300);
        simulation.peer(10).command(new PeerCommand.Request(NUMBER));
        simulation.run(5_000);
        simulation.peer(220).kill();
        simulation.run(60_000);
        assertThat(failures(simulation)).hasSize(1);
        assertThat(simulation.disk(REQUESTER).received(NUMBER)).isEmpty();
    }

    /** SPEC 4.1: a requester that is gone ends the transfer before it starts. */
    @Test
    void aRequesterThatDiedBeforeTheOfferEndsTheTransfer() {
        Simulation simulation = pair(settings(400, 0), 100_300);
        simulation.peer(10).command(new PeerCommand.Request(NUMBER));
        simulation.peer(10).kill();
        simulation.run(10_000);
        assertThat(simulation.trace())
                .noneMatch(entry -> entry.event() instanceof FileEvent.TransferStarted);
        assertThat(simulation.trace())
                .anyMatch(entry -> entry.event() instanceof LifeEvent.ActionFailed);
    }

    /** SPEC 4.5. */
    @Test
    void twoTransfersInBothDirectionsDelayNoPing() {
        Simulation simulation = pair(settings(400, 0.02), 100_300);
        simulation.disk(REQUESTER).offer("0005.txt", content);
        simulation.peer(10).command(new PeerCommand.Request(NUMBER));
        simulation.peer(220).command(new PeerCommand.Request(new FileNumber("0005")));
        long took =
                simulation.runUntil(
                        () ->
                                simulation.disk(REQUESTER).received(NUMBER).isPresent()
                                        && simulation
                                                .disk(OWNER)
                                                .received(new FileNumber("0005"))
                                                .isPresent(),
                        600_000);
        assertThat(took).isNotNegative();
        assertThat(simulation.trace())
                .noneMatch(entry -> entry.event() instanceof NeighbourEvent.PingMissed);
    }

    private static List<FileEvent.TransferFailed> failures(Simulation simulation) {
        return simulation.trace().stream()
                .map(StatusEntry::event)
                .filter(FileEvent.TransferFailed.class::isInstance)
                .map(FileEvent.TransferFailed.class::cast)
                .toList();
    }
}
