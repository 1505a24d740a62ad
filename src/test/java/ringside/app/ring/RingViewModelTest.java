package ringside.app.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.app.base.RingLayout;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

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

    @Test
    void aNewcomerIsTakenOnceAndGoesWhenAFileIsChosen() {
        PeerId id = new PeerId(57);
        model.newcomerProperty().set(id);
        assertThat(model.takeNewcomer()).contains(id);
        assertThat(model.takeNewcomer()).isEmpty();
        model.newcomerProperty().set(id);
        model.selectedFileProperty().set(new FileNumber("2012"));
        assertThat(model.takeNewcomer()).isEmpty();
    }
}
