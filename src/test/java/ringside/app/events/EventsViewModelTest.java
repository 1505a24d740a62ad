package ringside.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.model.EventKind;
import ringside.model.Explanation;
import ringside.model.Severity;
import ringside.ring.PeerId;

class EventsViewModelTest {

    private final EventsViewModel model = new EventsViewModel();

    private void add(String text, EventKind kind, boolean routine, int... peers) {
        List<PeerId> concerned = Arrays.stream(peers).mapToObj(PeerId::new).toList();
        model.add(
                new Explanation(
                        61_500_000,
                        concerned.getFirst(),
                        kind,
                        Severity.PLAIN,
                        text,
                        concerned),
                routine,
                0);
    }

    private List<String> shown() {
        return model.rows().stream().map(row -> row.explanation().text()).toList();
    }

    @Test
    void theNewestEventComesFirstWithItsTimeSinceTheStart() {
        add("one", EventKind.PINGS, false, 1);
        add("two", EventKind.PINGS, false, 2);
        assertThat(shown()).isEmpty();
        model.flush();
        assertThat(shown()).containsExactly("two", "one");
        assertThat(model.rows().getFirst().time()).isEqualTo("01:01.5");
    }

    @Test
    void aNumberInTheFilterStandsForAPeerAndAWordForItself() {
        add("104 missed a ping from 139", EventKind.PINGS, false, 104, 139);
        add("segment 139 lost", EventKind.TRANSFERS, false, 7);
        model.flush();
        model.wordsProperty().set("139");
        assertThat(shown()).containsExactly("104 missed a ping from 139");
        model.wordsProperty().set("Lost");
        assertThat(shown()).containsExactly("segment 139 lost");
    }

    @Test
    void hiddenKindsStayHiddenAndComeBack() {
        add("ping", EventKind.PINGS, false, 1);
        model.toggle(EventKind.PINGS);
        model.flush();
        assertThat(shown()).isEmpty();
        model.toggle(EventKind.PINGS);
        assertThat(shown()).containsExactly("ping");
    }

    @Test
    void theDailyRoundIsShownOnlyWhenAskedFor() {
        add("pinged", EventKind.PINGS, true, 1);
        model.flush();
        assertThat(shown()).isEmpty();
        model.routineProperty().set(true);
        assertThat(shown()).containsExactly("pinged");
    }

    @Test
    void theListIsBounded() {
        for (int i = 0; i < 2 * EventsViewModel.KEPT; i++) {
            add("event " + i, EventKind.PINGS, false, 1);
        }
        model.flush();
        assertThat(shown().size()).isLessThanOrEqualTo(EventsViewModel.KEPT);
        assertThat(shown().getFirst()).isEqualTo("event " + (2 * EventsViewModel.KEPT - 1));
    }
}
