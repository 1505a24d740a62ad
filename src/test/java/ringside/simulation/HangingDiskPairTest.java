package ringside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.StatusEvent;

/** SPEC 4.4, 4.5, 10.4: a sender or a receiver with a hanging disk, in virtual time. */
class HangingDiskPairTest {

    private static final FileNumber NUMBER = new FileNumber("2012");
    private static final PeerId OWNER = new PeerId(220);
    private static final PeerId REQUESTER = new PeerId(10);
    private static final int MSS = 400;

    private final byte[] content = new byte[60_300];

    private Simulation pair(int window) {
        Simulation simulation =
                CheckedSimulation.of(
                        1, PeerSettings.DEFAULTS.withMss(MSS).withLoss(0).withWindow(window));
        simulation.startRing(List.of(OWNER, REQUESTER));
        assertThat(simulation.runUntil(simulation::isRingRight, 5_000)).isNotNegative();
        new Random(2).nextBytes(content);
        simulation.disk(OWNER).offer("2012.pdf", content);
        return simulation;
    }

    private static HangingDisk diskOf(Simulation simulation, PeerId peer) {
        return simulation.peer(peer.value()).hangingDisk();
    }

    private static void request(Simulation simulation) {
        simulation.peer(REQUESTER.value()).command(new PeerCommand.Request(NUMBER));
    }

    private void assertArrives(Simulation simulation, long mostMs) {
        assertThat(
                        simulation.runUntil(
                                () -> simulation.disk(REQUESTER).received(NUMBER).isPresent(),
                                mostMs))
                .isNotNegative();
        assertThat(simulation.disk(REQUESTER).received(NUMBER)).hasValue(content);
    }

    private static boolean hasHappened(Simulation simulation, Class<? extends StatusEvent> kind) {
        return simulation.trace().stream().anyMatch(entry -> kind.isInstance(entry.event()));
    }

    private static void assertNoPingIsMissed(Simulation simulation) {
        assertThat(hasHappened(simulation, NeighbourEvent.PingMissed.class)).isFalse();
    }

    /**
     * Hangs from before the first byte on: nothing is created, and the received data is bounded.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 256})
    void aReceiverWhoseDiskPausesTakesNoMoreThanItsBoundAndLosesNothing(int window) {
        Simulation simulation = pair(window);
        HangingDisk disk = diskOf(simulation, REQUESTER);
        disk.hang();
        request(simulation);
        simulation.run(8_000);
        assertThat(disk.waitingBytes())
                .isBetween(HangingDisk.MOST_BYTES, HangingDisk.MOST_BYTES + window * MSS);
        assertNoPingIsMissed(simulation);
        disk.resume();
        assertArrives(simulation, 2_000);
        assertThat(hasHappened(simulation, FileEvent.TransferFailed.class)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void aSenderWhoseDiskPausesGoesOnAfterwards(int window) {
        Simulation simulation = pair(window);
        HangingDisk disk = diskOf(simulation, OWNER);
        request(simulation);
        simulation.runUntil(() -> hasHappened(simulation, FileEvent.TransferStarted.class), 1_000);
        disk.hang();
        simulation.run(20_000);
        assertNoPingIsMissed(simulation);
        assertThat(simulation.disk(REQUESTER).received(NUMBER)).isEmpty();
        disk.resume();
        assertArrives(simulation, 2_000);
    }

    /**
     * Too long for the sender: both sides report it, and the waiting data is bounded all the same.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void aReceiverWhoseDiskHangsForAMinuteFailsTheTransferAndLivesOn(int window) {
        Simulation simulation = pair(window);
        HangingDisk disk = diskOf(simulation, REQUESTER);
        disk.hang();
        request(simulation);
        simulation.run(60_000);
        assertThat(
                        simulation.trace().stream()
                                .filter(e -> e.event() instanceof FileEvent.TransferFailed)
                                .map(e -> e.peer()))
                .contains(OWNER, REQUESTER);
        assertThat(disk.waitingBytes()).isLessThanOrEqualTo(HangingDisk.MOST_BYTES + window * MSS);
        assertNoPingIsMissed(simulation);
        disk.resume();
        simulation.run(60_000);
        simulation.disk(REQUESTER).forgetReceived(NUMBER);
        request(simulation);
        assertArrives(simulation, 20_000);
    }

    @Test
    void pausesAtAnyMomentOnRoughLinksOnlyCostTime() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Simulation simulation = pair(1 + seed % 4 * 20);
            simulation.network().setLinks(new Links(100, 40_000, 0.1, 0.2));
            request(simulation);
            for (int pause = 0; pause < 20; pause++) {
                HangingDisk disk = diskOf(simulation, random.nextBoolean() ? OWNER : REQUESTER);
                simulation.run(random.nextInt(200));
                disk.hang();
                simulation.run(random.nextInt(2_000));
                disk.resume();
            }
            assertArrives(simulation, 600_000);
        }
    }
}
