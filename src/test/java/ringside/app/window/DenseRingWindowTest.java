package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.status.Command;

/** The lens over a ring of more peers than have room for their numbers (WINDOW 2.9). */
@NeedsFonts
class DenseRingWindowTest extends WindowFixture {

    DenseRingWindowTest() {
        super(IntStream.range(0, 128).map(i -> 2 * i).toArray());
    }

    private boolean showsItsNumber(int peer) {
        return user.lookup("#peer-" + peer + " .number").queryAllAs(Text.class).stream()
                .anyMatch(Node::isVisible);
    }

    private double apart(int one, int other) {
        return placeOf(one).distance(placeOf(other));
    }

    @Test
    void thePeersAroundThePointerAreEnlargedAndStandApart() {
        until(() -> isShown("#peer-64"));
        assertThat(showsItsNumber(64)).isFalse();
        double before = apart(64, 66);
        double beyond = apart(190, 192);
        user.moveTo(placeOf(64));
        until(() -> showsItsNumber(64) && showsItsNumber(62) && showsItsNumber(66));
        until(() -> apart(64, 66) > 40);
        assertThat(before).isLessThan(15);
        assertThat(showsItsNumber(90)).isFalse();
        assertThat(apart(190, 192)).isEqualTo(beyond);
        user.moveTo("#command");
        until(() -> apart(64, 66) == before && !showsItsNumber(64));
    }

    @Test
    void whatThePointerPointsAtStaysUnderItAndCanBeClicked() {
        until(() -> isShown("#peer-64"));
        user.moveTo(placeOf(64));
        until(() -> showsItsNumber(64));
        user.clickOn(MouseButton.PRIMARY);
        until(() -> text("#inspector-title").equals("Peer 64"));
        user.moveTo(placeOf(66));
        until(() -> showsItsNumber(66));
        user.clickOn(MouseButton.SECONDARY);
        until(() -> isShown("#menu-pause"));
        user.clickOn("#menu-pause");
        until(() -> ring.commands().contains(new Command.Pause(List.of(id(66)))));
    }
}
