package ringside.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;
import ringside.timeline.FirstDifference.Run;

/** Where two runs part (WINDOW 15.3). */
class FirstDifferenceTest {

    private static final PeerId ONE = new PeerId(14);
    private static final PeerId TWO = new PeerId(43);
    private static final PeerId DEAD = new PeerId(77);
    private static final PeerId OTHER = new PeerId(104);
    private static final FileNumber NUMBER = new FileNumber("2012");

    private final List<StatusEntry> first = new ArrayList<>();
    private final List<StatusEntry> second = new ArrayList<>();

    private static void told(List<StatusEntry> run, long second, PeerId peer, StatusEvent event) {
        run.add(new StatusEntry(second * 1_000_000, peer, event));
    }

    private static NeighbourEvent.NeighboursChanged neighbours(PeerId successor, PeerId... before) {
        return new NeighbourEvent.NeighboursChanged(
                List.of(successor), List.of(before), NeighboursCause.PING_HEARD);
    }

    private Optional<FirstDifference> difference() {
        return FirstDifference.between(new Run(0, first), new Run(0, second));
    }

    private void bothLast(long seconds) {
        told(first, seconds, OTHER, new NeighbourEvent.PingSent(ONE, 0, SuccessorRole.FIRST));
        told(second, seconds, OTHER, new NeighbourEvent.PingSent(ONE, 0, SuccessorRole.FIRST));
    }

    @Test
    void runsThatSayTheSameAtOtherTimesAndInAnotherOrderDoNotPart() {
        told(first, 1, ONE, new NeighbourEvent.PeerDead(DEAD, 4));
        told(first, 2, TWO, new NeighbourEvent.PeerDead(DEAD, 4));
        told(second, 1, TWO, new NeighbourEvent.PeerDead(DEAD, 4));
        told(second, 4, ONE, new NeighbourEvent.PeerDead(DEAD, 5));
        bothLast(10);
        assertThat(difference()).isEmpty();
    }

    @Test
    void pingsAndPredecessorsAreNoDifference() {
        told(first, 1, ONE, neighbours(TWO));
        told(first, 2, ONE, neighbours(TWO, OTHER));
        told(first, 3, ONE, neighbours(DEAD));
        told(second, 1, ONE, neighbours(TWO, OTHER));
        told(second, 2, ONE, new NeighbourEvent.PingMissed(TWO, 3, 1, 4));
        told(second, 3, ONE, neighbours(DEAD));
        bothLast(10);
        assertThat(difference()).isEmpty();
    }

    @Test
    void theEarliestDifferenceCounts() {
        told(first, 0, OTHER, new NeighbourEvent.PeerSuspected(DEAD));
        told(first, 5, ONE, new NeighbourEvent.PeerDead(DEAD, 4));
        told(first, 6, TWO, neighbours(DEAD));
        told(second, 0, OTHER, new NeighbourEvent.PeerSuspected(DEAD));
        told(second, 5, ONE, new NeighbourEvent.PeerDead(TWO, 4));
        told(second, 7, TWO, neighbours(OTHER));
        bothLast(10);
        assertThat(difference())
                .contains(new FirstDifference(ONE, OptionalInt.of(2), OptionalInt.of(2)));
    }

    @Test
    void whatTimingAloneCanChangeCountsOnlyWhereNothingElsePartsTheRuns() {
        told(first, 0, ONE, neighbours(TWO));
        told(first, 1, ONE, neighbours(DEAD));
        told(second, 0, ONE, neighbours(DEAD));
        told(second, 1, TWO, new NeighbourEvent.PeerSuspected(DEAD));
        bothLast(10);
        assertThat(difference())
                .contains(new FirstDifference(ONE, OptionalInt.of(1), OptionalInt.of(1)));
        told(first, 11, DEAD, new ProcessEvent.ProcessKilled());
        told(second, 12, OTHER, new ProcessEvent.ProcessKilled());
        bothLast(20);
        assertThat(difference())
                .contains(new FirstDifference(DEAD, OptionalInt.of(4), OptionalInt.empty()));
    }

    @Test
    void anEventThatOnlyOneRunHasIsADifference() {
        told(first, 0, OTHER, new NeighbourEvent.PeerSuspected(DEAD));
        told(first, 5, ONE, new NeighbourEvent.PeerDead(DEAD, 4));
        told(second, 0, OTHER, new NeighbourEvent.PeerSuspected(DEAD));
        bothLast(10);
        assertThat(difference())
                .contains(new FirstDifference(ONE, OptionalInt.of(2), OptionalInt.empty()));
    }

    @Test
    void whatComesAfterTheEndOfTheShorterRunIsNotCompared() {
        told(first, 0, OTHER, new NeighbourEvent.PeerSuspected(DEAD));
        told(first, 5, ONE, new NeighbourEvent.PeerDead(DEAD, 4));
        told(second, 0, OTHER, new NeighbourEvent.PeerSuspected(DEAD));
        told(second, 4, OTHER, new NeighbourEvent.PingSent(ONE, 0, SuccessorRole.FIRST));
        assertThat(difference()).isEmpty();
    }

    @Test
    void requestsAreComparedWithoutTheirIdsAndBackgroundLookupsAreNot() {
        told(first, 1, ONE, new LookupEvent.LookupSent(5, LookupPurpose.REQUEST, NUMBER, TWO, 1));
        told(second, 1, ONE, new LookupEvent.LookupSent(9, LookupPurpose.REQUEST, NUMBER, TWO, 1));
        told(second, 2, ONE, new LookupEvent.LookupSent(10, LookupPurpose.STORE, NUMBER, TWO, 1));
        bothLast(20);
        assertThat(difference()).isEmpty();
        told(
                first,
                21,
                ONE,
                new LookupEvent.LookupAnswered(5, LookupPurpose.REQUEST, NUMBER, TWO, true));
        told(
                second,
                22,
                ONE,
                new LookupEvent.LookupAnswered(9, LookupPurpose.REQUEST, NUMBER, TWO, false));
        bothLast(30);
        assertThat(difference()).map(FirstDifference::peer).contains(ONE);
    }

    @Test
    void aRequestMadeTwiceDiffersFromOneMadeOnce() {
        for (List<StatusEntry> run : List.of(first, second)) {
            told(run, 1, ONE, new LookupEvent.LookupSent(5, LookupPurpose.REQUEST, NUMBER, TWO, 1));
        }
        told(second, 2, ONE, new LookupEvent.LookupSent(6, LookupPurpose.REQUEST, NUMBER, TWO, 1));
        bothLast(10);
        assertThat(difference())
                .contains(new FirstDifference(ONE, OptionalInt.empty(), OptionalInt.of(2)));
    }
}
