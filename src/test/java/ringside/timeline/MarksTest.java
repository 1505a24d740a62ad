package ringside.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.model.RingState;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.ProcessEvent;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;

class MarksTest {

    private final Marks marks = new Marks();
    private RingState state = RingState.EMPTY;
    private int position;

    private void add(int peer, StatusEvent event) {
        var entry = Story.entry(position * 1_000L, peer, event);
        RingState after = state.after(entry);
        position++;
        marks.add(entry, state, after, position);
        state = after;
    }

    private List<MarkKind> kinds() {
        return marks.all().stream().map(Mark::kind).toList();
    }

    private static StatusEvent transfer(TransferPurpose purpose, boolean sending) {
        return new FileEvent.TransferStarted(
                1, sending, new PeerId(9), FileName.parse("2012.pdf"), 10, 0, 4, 1, 0, purpose);
    }

    @Test
    void aJoinAKillAndAHealAreMarked() {
        add(5, new ProcessEvent.ProcessStarted(1, 1));
        add(5, new LifeEvent.Running());
        add(5, new NeighbourEvent.PeerSuspected(new PeerId(7)));
        add(5, new ProcessEvent.ProcessKilled());
        assertThat(kinds()).containsExactly(MarkKind.JOINED, MarkKind.SUSPECTED, MarkKind.KILLED);
        assertThat(marks.all().getFirst().position()).isEqualTo(2);
    }

    @Test
    void aRingThatBecomesConsistentIsMarked() {
        add(5, new ProcessEvent.ProcessStarted(1, 1));
        add(5, new LifeEvent.Running());
        add(
                5,
                new NeighbourEvent.NeighboursChanged(
                        List.of(new PeerId(9)), List.of(), NeighboursCause.STABILISED));
        add(
                5,
                new NeighbourEvent.NeighboursChanged(
                        List.of(), List.of(), NeighboursCause.STABILISED));
        assertThat(kinds()).endsWith(MarkKind.HEALED);
    }

    @Test
    void requestedTransfersAreMarkedOnceAndOthersNever() {
        add(5, transfer(TransferPurpose.COPY, true));
        add(5, transfer(TransferPurpose.REQUEST, true));
        add(9, transfer(TransferPurpose.REQUEST, false));
        assertThat(kinds()).containsExactly(MarkKind.TRANSFER);
    }

    @Test
    void overlappingMarksOfOneKindAreDrawnOnce() {
        for (int i = 0; i < 100; i++) {
            add(5, new ProcessEvent.ProcessKilled());
        }
        add(5, new LifeEvent.Running());
        TimeAxis axis = new TimeAxis(Story.START_MICROS, Story.START_MICROS + 100_000, 50);
        assertThat(marks.on(axis, 5))
                .hasSizeBetween(9, 12)
                .extracting(Mark::kind)
                .contains(MarkKind.JOINED);
    }

    @Test
    void marksAreBounded() {
        for (int i = 0; i < 3 * Marks.KEPT; i++) {
            add(5, new ProcessEvent.ProcessKilled());
        }
        assertThat(marks.all()).hasSizeLessThanOrEqualTo(Marks.KEPT);
        assertThat(marks.added()).isEqualTo(3L * Marks.KEPT);
        assertThat(marks.all().getLast().position()).isEqualTo(3 * Marks.KEPT);
    }
}
