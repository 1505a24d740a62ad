package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.ring.PeerId;
import ringside.status.Command;

/** The hints on an empty ring (WINDOW 2.8). */
@NeedsFonts
class FirstStepsWindowTest extends WindowFixture {

    FirstStepsWindowTest() {
        super(new int[0]);
    }

    private void choose(String step) {
        until(() -> isInSight(step));
        user.clickOn(step);
    }

    @Test
    void theFirstPeerIsAddedAndTheStepsMakeRoomForIt() {
        choose("#first-add");
        until(() -> isShown("#peer-0"));
        assertThat(ring.commands()).containsExactly(new Command.Add(List.of(id(0))));
        until(() -> !isInSight("#first-add"));
    }

    @Test
    void fivePeersAreStartedAtOnce() {
        choose("#first-five");
        until(() -> text("#alive-count").equals("5 alive"));
        List<PeerId> five = List.of(id(1), id(3), id(4), id(5), id(8));
        assertThat(ring.commands()).containsExactly(new Command.Add(five));
        assertThat(isShown("#peer-8")).isTrue();
    }

    @Test
    void aCommandIsBegunInTheCommandBox() {
        choose("#first-command");
        until(() -> isFocused("#command"));
        assertThat(user.lookup("#command").queryAs(TextField.class).getText()).isEqualTo("add 57");
        user.write("\n");
        until(() -> isShown("#peer-57"));
    }
}
