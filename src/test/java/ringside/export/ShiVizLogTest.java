package ringside.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.channel.VocabularyCases;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.simulation.CheckedSimulation;
import ringside.simulation.Simulation;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;

class ShiVizLogTest {

    private static final FileNumber NUMBER = new FileNumber("2012");

    private final Story story = new Story();

    private static ShiVizReading written(List<StatusEntry> entries) {
        return ShiVizReading.of(ShiVizLog.of(entries));
    }

    private ShiVizReading written() {
        return written(story.entries());
    }

    private static FileEvent.SegmentTraced step(
            SegmentStep step, int other, long sequence, long acknowledgement) {
        return new FileEvent.SegmentTraced(7, step, Story.id(other), sequence, 40, acknowledgement);
    }

    private static LookupEvent.LookupForwarded forwarded(int hop, int to) {
        return new LookupEvent.LookupForwarded(9, NUMBER, Story.id(5), hop, Story.id(to), false, 0);
    }

    private static LookupEvent.LookupSent sent(int to) {
        return new LookupEvent.LookupSent(9, LookupPurpose.REQUEST, NUMBER, Story.id(to), 1);
    }

    private static LookupEvent.LookupArrived arrived(int hop) {
        return new LookupEvent.LookupArrived(
                9, LookupPurpose.REQUEST, NUMBER, Story.id(5), hop, true);
    }

    private static LookupEvent.LookupAnswered answered(int owner) {
        return new LookupEvent.LookupAnswered(
                9, LookupPurpose.REQUEST, NUMBER, Story.id(owner), true);
    }

    @Test
    void everyKindOfEventCanBeWrittenAndReadBack() {
        VocabularyCases.EVENTS.forEach(event -> story.that(43, event));
        assertThat(written().events()).hasSizeBetween(20, story.entries().size());
    }

    @Test
    void aLookupIsOrderedFromHopToHopAndBackToTheRequester() {
        story.that(5, sent(8)).that(8, forwarded(1, 20)).that(20, arrived(2)).that(5, answered(20));
        List<ShiVizReading.Event> events = written().events();
        for (int i = 1; i < events.size(); i++) {
            assertThat(ShiVizReading.dominates(events.get(i), events.get(i - 1))).isTrue();
        }
    }

    @Test
    void aSkippedHopLeadsToTheNextPeer() {
        story.that(5, sent(8))
                .that(8, forwarded(1, 20))
                .that(8, new LookupEvent.LookupPassedBy(9, NUMBER, Story.id(20)))
                .that(33, arrived(2));
        List<ShiVizReading.Event> events = written().events();
        assertThat(ShiVizReading.dominates(events.get(3), events.get(2))).isTrue();
    }

    @Test
    void anArrivalFollowsTheFirstSendingAndIsUnorderedWithTheSecond() {
        story.that(5, step(SegmentStep.DROPPED, 8, 41, 0))
                .that(5, step(SegmentStep.RESENT, 8, 41, 0))
                .that(5, step(SegmentStep.TIMED_OUT, 8, 41, 0))
                .that(8, step(SegmentStep.RECEIVED, 5, 41, 0))
                .that(8, step(SegmentStep.ACKNOWLEDGEMENT_SENT, 5, 0, 81))
                .that(5, step(SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 8, 0, 81));
        ShiVizReading read = written();
        ShiVizReading.Event resent = read.event("peer5", "again: no");
        ShiVizReading.Event timedOut = read.event("peer5", "No acknowledgement");
        ShiVizReading.Event received = read.event("peer8", "received");
        assertThat(ShiVizReading.dominates(received, resent)).isTrue();
        assertThat(ShiVizReading.areUnordered(received, timedOut)).isTrue();
        assertThat(
                        ShiVizReading.dominates(
                                read.event("peer5", "Acknowledgement 81"),
                                read.event("peer8", "Acknowledgement 81")))
                .isTrue();
    }

    @Test
    void aTransferBeginsAndEndsAtItsReceiver() {
        story.receives(7, "2012.pdf")
                .sends(7, "2012.pdf")
                .that(8, new FileEvent.TransferDone(7, false, 100, 3, 0))
                .that(5, new FileEvent.TransferDone(7, true, 100, 3, 0));
        List<ShiVizReading.Event> events = written().events();
        assertThat(ShiVizReading.dominates(events.get(1), events.get(0))).isTrue();
        assertThat(ShiVizReading.areUnordered(events.get(1), events.get(2))).isTrue();
        assertThat(ShiVizReading.dominates(events.get(3), events.get(2))).isTrue();
    }

    @Test
    void theNewerOfTwoDeparturesCounts() {
        story.that(5, new LifeEvent.Leaving(1))
                .that(8, new NeighbourEvent.NeighbourLeft(Story.id(5)))
                .that(5, new LifeEvent.Running());
        for (int i = 0; i < 200; i++) {
            story.that(8, new NeighbourEvent.PeerTrusted(Story.id(5), i));
        }
        story.that(5, new LifeEvent.Leaving(2))
                .that(8, new NeighbourEvent.NeighbourLeft(Story.id(5)));
        List<ShiVizReading.Event> events = written().events();
        assertThat(events.get(1).clock()).containsEntry("peer5", 1);
        assertThat(events.getLast().clock()).containsEntry("peer5", 3);
    }

    @Test
    void aProcessStartsBeforeItsFirstEventAndEndsAfterItsLast() {
        story.that(5, new ProcessEvent.ProcessStarted(77, 50_005))
                .that(5, new LifeEvent.Hello(1, 77, 50_005, PeerSettings.DEFAULTS))
                .that(5, new LifeEvent.Running())
                .that(
                        5,
                        new ProcessEvent.ProcessEnded(ProcessEvent.ExitKind.CRASHED, 70, "A bug."));
        List<ShiVizReading.Event> events = written().events();
        assertThat(events.get(1).clock()).containsEntry(ShiVizLog.SUPERVISOR, 1);
        assertThat(events.getLast().clock()).containsEntry("peer5", 2);
    }

    @Test
    void aReasonOfSeveralLinesStaysOneEvent() {
        story.that(5, new LifeEvent.Crashed("a\nb {\"c\":1}\r\nd\u2028e\u0085f"))
                .that(5, new LifeEvent.Running());
        assertThat(written().events()).hasSize(2);
    }

    @Test
    void contradictoryReportsAreStillWritten() {
        story.that(5, arrived(2)).that(5, sent(8)).that(8, arrived(1)).that(8, forwarded(1, 5));
        Collections.swap(story.entries(), 2, 3);
        assertThat(written().events()).hasSize(4);
    }

    @Test
    void onlyTheNewestEventsAreWritten() {
        for (int i = 0; i < ShiVizLog.MOST_EVENTS + 10; i++) {
            story.that(5, new NeighbourEvent.PeerTrusted(Story.id(8), i));
        }
        List<ShiVizReading.Event> events = written().events();
        assertThat(events).hasSize(ShiVizLog.MOST_EVENTS);
        assertThat(events.getFirst().seconds()).isEqualTo("0.010000");
        assertThat(events.getFirst().own()).isEqualTo(1);
    }

    @Test
    void aSimulatedRunHasRightClocksEvenWhenReportsOvertakeOneAnother() {
        List<StatusEntry> trace = simulatedRun();
        List<StatusEntry> mixed = mixed(trace);
        assertThat(mixed).isNotEqualTo(trace);
        ShiVizReading straight = written(trace);
        assertThat(written(mixed).events())
                .extracting(ShiVizReading.Event::clock)
                .hasSameElementsAs(
                        straight.events().stream().map(ShiVizReading.Event::clock).toList());
        assertThat(straight.events()).anyMatch(event -> event.clock().size() > 3);
    }

    private static List<StatusEntry> simulatedRun() {
        Simulation simulation =
                CheckedSimulation.of(3, PeerSettings.DEFAULTS.withLoss(0.2).withWindow(8));
        simulation.startRing(
                List.of(new PeerId(10), new PeerId(60), new PeerId(130), new PeerId(220)));
        simulation.runUntil(simulation::isRingRight, 5_000);
        simulation.disk(new PeerId(220)).offer("2012.pdf", new byte[20_000]);
        simulation.peers().forEach(p -> p.command(new PeerCommand.ReportSegments(true)));
        simulation.peer(10).command(new PeerCommand.Request(NUMBER));
        simulation.runUntil(
                () -> simulation.disk(new PeerId(10)).received(NUMBER).isPresent(), 60_000);
        simulation.peer(60).command(new PeerCommand.Quit());
        simulation.runUntil(() -> !simulation.peer(60).isAlive(), 60_000);
        return simulation.trace();
    }

    /** Returns the reports of each peer in order, but mixes those of different peers. */
    private static List<StatusEntry> mixed(List<StatusEntry> trace) {
        Random random = new Random(5);
        List<StatusEntry> mixed = new ArrayList<>(trace);
        for (int round = 0; round < 20; round++) {
            for (int i = 1; i < mixed.size(); i++) {
                boolean areDifferentPeers = !mixed.get(i).peer().equals(mixed.get(i - 1).peer());
                if (areDifferentPeers && random.nextBoolean()) {
                    Collections.swap(mixed, i, i - 1);
                }
            }
        }
        return mixed;
    }
}
