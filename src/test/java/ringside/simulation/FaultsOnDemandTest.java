package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.NeighbourEvent.PeerDead;
import ringside.status.PeerCommand;
import ringside.status.PeerCommand.Droppable;
import ringside.status.PeerSettings;
import ringside.status.SegmentStep;

/** Faults that a user may cause while a ring runs: in lines, single segments and settings. */
class FaultsOnDemandTest {

    private static final PeerId OWNER = new PeerId(220);
    private static final PeerId REQUESTER = new PeerId(10);
    private static final FileNumber NUMBER = new FileNumber("2012");

    private static Simulation ring(int... ids) {
        Simulation simulation = CheckedSimulation.of(3, PeerSettings.DEFAULTS.withLoss(0));
        simulation.startRing(Arrays.stream(ids).mapToObj(PeerId::new).toList());
        assertThat(simulation.runUntil(simulation::isRingRight, 5_000)).isNotNegative();
        return simulation;
    }

    private static boolean hasDeclaredDead(Simulation simulation, int by, int target) {
        return simulation.trace().stream()
                .anyMatch(entry ->
                        entry.peer().equals(new PeerId(by))
                                && entry.event() instanceof PeerDead dead
                                && dead.target().equals(new PeerId(target)));
    }

    @Test
    void twoLivingPeersLookDeadToEachOtherOverACutLinkAndFindEachOtherWhenItIsMended() {
        Simulation simulation = ring(10, 50, 90, 130, 220);
        simulation.peer(50).command(new PeerCommand.CutLink(new PeerId(90)));
        simulation.peer(90).command(new PeerCommand.CutLink(new PeerId(50)));
        assertThat(simulation.runUntil(() -> hasDeclaredDead(simulation, 50, 90), 10_000))
                .isNotNegative();
        assertThat(simulation.living()).hasSize(5);
        simulation.peer(50).command(new PeerCommand.MendLink(new PeerId(90)));
        simulation.peer(90).command(new PeerCommand.MendLink(new PeerId(50)));
        assertThat(simulation.runUntil(simulation::isRingRight, 30_000)).isNotNegative();
    }

    @Test
    void aCutLinkNeverMakesAPeerWaitForAnAnswer() {
        Simulation simulation = ring(10, 220);
        simulation.disk(OWNER).offer("2012.pdf", new byte[1_000]);
        simulation.peer(10).command(new PeerCommand.CutLink(OWNER));
        simulation.peer(10).command(new PeerCommand.Request(NUMBER));
        simulation.run(60_000);
        assertThat(simulation.disk(REQUESTER).received(NUMBER)).isEmpty();
        assertThat(simulation.peer(10).isAlive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"220,SEGMENT,DROPPED,1", "10,ACKNOWLEDGEMENT,ACKNOWLEDGEMENT_DROPPED,1"})
    void justTheNextSegmentOrAcknowledgementIsThrownAwayAndTheFileArrives(
            int peer, Droppable what, SegmentStep step, int times) {
        Simulation simulation = ring(10, 220);
        simulation.disk(OWNER).offer("2012.pdf", new byte[4_000]);
        simulation.peer(peer).command(new PeerCommand.DropNext(what));
        simulation.peer(10).command(new PeerCommand.Request(NUMBER));
        assertThat(
                        simulation.runUntil(
                                () -> simulation.disk(REQUESTER).received(NUMBER).isPresent(),
                                10_000))
                .isNotNegative();
        List<SegmentStep> steps =
                simulation.trace().stream()
                        .filter(entry -> entry.event() instanceof SegmentTraced)
                        .map(entry -> ((SegmentTraced) entry.event()).step())
                        .toList();
        assertThat(steps.stream().filter(step::equals).count()).isEqualTo(times);
        assertThat(steps.stream().filter(SegmentStep.RESENT::equals).count()).isEqualTo(times);
    }

    @Test
    void theMissesBeforeADeathChangeWhileTheRingRuns() {
        Simulation simulation = ring(10, 50, 90, 130, 220);
        simulation.peers().forEach(peer -> peer.command(new PeerCommand.SetMisses(2)));
        simulation.peer(90).kill();
        long took = simulation.runUntil(() -> hasDeclaredDead(simulation, 50, 90), 10_000);
        assertThat(took).isBetween(1_000L, 3_500L);
    }
}
