package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.app.base.RingLayout;

class RingViewModelTest {

    private final RingViewModel model = new RingViewModel();

    @Test
    void anExportIsDrawnWithTheLooksThatTheUserChose() {
        assertThat(model.looks()).isEqualTo(RingLooks.USUAL);
        model.toggleLayout();
        model.showEdges(Set.of(EdgeKind.FIRST_SUCCESSOR));
        RingLooks chosen =
                new RingLooks(RingLayout.EVENLY_SPACED, Set.of(EdgeKind.FIRST_SUCCESSOR));
        assertThat(model.looks()).isEqualTo(chosen);
        assertThat(new RingViewModel(chosen).looks()).isEqualTo(chosen);
    }

    @Test
    void aSecondRingFollowsTheChangesAtTheFirst() {
        RingViewModel second = new RingViewModel();
        second.copyLooksOf(model);
        model.toggleLayout();
        model.shownProperty(EdgeKind.FIRST_PREDECESSOR).set(false);
        assertThat(second.looks()).isEqualTo(model.looks());
    }
}
