package ringside.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.app.events.EventRow;
import ringside.model.EventTraits;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.StatusEntry;
import ringside.timeline.History;

class EventRowSourceTest {

    private final History history = new History(entry -> {});
    private final EventRowSource teller = new EventRowSource(history);

    private static StatusEntry entry(int number) {
        return new StatusEntry(number, new PeerId(5), new LifeEvent.TerminalLine("line " + number));
    }

    private static EventRow rowAt(int position) {
        return EventRow.of(
                position,
                Explanations.of(entry(position), RingState.EMPTY),
                EventTraits.NOTABLE,
                0);
    }

    @Test
    void theReasonOfADroppedEventIsNoLongerKnown() {
        for (int i = 1; history.first() == 0; i++) {
            history.add(entry(i));
        }
        assertThat(teller.firstKnown()).isEqualTo(history.first());
        assertThat(teller.reasonOf(rowAt(1))).isEmpty();
        assertThat(teller.reasonOf(rowAt(history.first()))).isEmpty();
        assertThat(teller.reasonOf(rowAt(history.first() + 1))).isPresent();
    }
}
