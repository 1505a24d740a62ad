package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.ThisMachine;

/** SPEC 11.3: {@code hops at most 5}, for a request of peer 8 that goes by 43 and 77 to 104. */
class HopsConditionTest {

    private static final FileNumber NUMBER = new FileNumber("2012");

    private final ObservedEvents events = new ObservedEvents();
    private final ConditionEvaluator evaluator =
            new ConditionEvaluator(events, ThisMachine.HERE, new PathFinder(List.of(Path.of(""))));

    @Test
    void theHopsToTheOwnerCount() {
        request(1);
        assertThat(judge(Condition.Bound.AT_MOST, 3))
                .isInstanceOfSatisfying(
                        ConditionResult.NotYet.class,
                        notYet ->
                                assertThat(notYet.reason().get())
                                        .isEqualTo("the last request has not reached an owner"));
        arrive(1);
        String found = "the last request reached its owner in 3 hops";
        assertThat(judge(Condition.Bound.AT_MOST, 3)).isEqualTo(new ConditionResult.Holds(found));
        assertThat(judge(Condition.Bound.AT_MOST, 2)).isEqualTo(new ConditionResult.Never(found));
        assertThat(judge(Condition.Bound.AT_LEAST, 3)).isEqualTo(new ConditionResult.Holds(found));
        assertThat(judge(Condition.Bound.AT_LEAST, 4)).isEqualTo(new ConditionResult.Never(found));
    }

    @Test
    void theWayOnToOtherHoldersDoesNotCount() {
        request(1);
        tell(104, new LookupEvent.LookupForwarded(1, NUMBER, id(8), 3, id(120), true, 1));
        assertThat(judge(Condition.Bound.AT_MOST, 3)).isInstanceOf(ConditionResult.Holds.class);
    }

    @Test
    void aNewRequestBeginsAnew() {
        request(1);
        arrive(1);
        events.beginRequest(NUMBER, id(8));
        arrive(1);
        assertThat(judge(Condition.Bound.AT_MOST, 3)).isInstanceOf(ConditionResult.NotYet.class);
        tell(8, new LookupEvent.LookupSent(2, LookupPurpose.REQUEST, NUMBER, id(104), 1));
        tell(104, new LookupEvent.LookupArrived(2, LookupPurpose.REQUEST, NUMBER, id(8), 1, true));
        assertThat(judge(Condition.Bound.AT_MOST, 1))
                .isEqualTo(
                        new ConditionResult.Holds("the last request reached its owner in one hop"));
    }

    private void request(long lookup) {
        events.beginRequest(NUMBER, id(8));
        tell(8, new LookupEvent.LookupSent(lookup, LookupPurpose.REQUEST, NUMBER, id(43), 1));
        tell(43, new LookupEvent.LookupForwarded(lookup, NUMBER, id(8), 1, id(77), false, 0));
        tell(77, new LookupEvent.LookupForwarded(lookup, NUMBER, id(8), 2, id(104), true, 0));
    }

    private void arrive(long lookup) {
        tell(
                104,
                new LookupEvent.LookupArrived(
                        lookup, LookupPurpose.REQUEST, NUMBER, id(8), 3, true));
    }

    private ConditionResult judge(Condition.Bound bound, int count) {
        return evaluator.judge(new Condition.Hops(bound, count));
    }

    private void tell(int peer, StatusEvent event) {
        events.add(new StatusEntry(1, id(peer), event));
    }

    private static PeerId id(int value) {
        return new PeerId(value);
    }
}
