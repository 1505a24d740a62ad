package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.status.Command;

/** The keys of the command box (WINDOW 7.5). */
@NeedsFonts
class CommandBoxWindowTest extends WindowFixture {

    private String typed() {
        return user.lookup("#command").queryAs(TextField.class).getText();
    }

    private void run(String command, int commandsAfterwards) {
        user.clickOn("#command").write(command);
        key(KeyCode.ENTER);
        until(() -> ring.commands().size() == commandsAfterwards);
    }

    @Test
    void tabCompletesAnUnambiguousWord() {
        until(() -> isShown("#peer-236"));
        user.clickOn("#command").write("req");
        key(KeyCode.TAB);
        until(() -> typed().equals("request "));
        key(KeyCode.TAB);
        until(() -> typed().equals("request 2012 "));
        assertThat(isFocused("#command")).isTrue();
    }

    @Test
    void aLongPreviewIsNotWrittenOverWhatIsTypedAndTakesNoRoomBesideTheBox() {
        user.interact(() -> stage().setWidth(1_000));
        until(() -> isShown("#peer-236"));
        Node box = user.lookup("#command").query();
        double width = box.getLayoutBounds().getWidth();
        user.clickOn("#command").write("request 2012 from 236");
        until(() -> text("#command-preview").contains("serves it from its own store"));
        Node words =
                user.lookup("#command .text")
                        .match(node ->
                                node instanceof Text text && text.getText().startsWith("req"))
                        .query();
        until(() ->
                bounds(words).getMaxX()
                        < bounds(user.lookup("#command-preview").query()).getMinX());
        assertThat(box.getLayoutBounds().getWidth()).isEqualTo(width);
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    @Test
    void tabOffersAllThatTheTextCouldBecome() {
        until(() -> isShown("#peer-236"));
        user.clickOn("#command").write("kill 1");
        key(KeyCode.TAB);
        until(() -> isShown("kill 139"));
        assertThat(isShown("kill 14")).isTrue();
        assertThat(isShown("kill 236")).isFalse();
        user.clickOn("kill 139");
        until(() -> typed().equals("kill 139 "));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void upAndDownWalkThroughWhatWasTypedBefore() {
        until(() -> isShown("#peer-236"));
        run("pause 43", 1);
        run("pause 77", 2);
        key(KeyCode.UP);
        until(() -> typed().equals("pause 77"));
        key(KeyCode.UP);
        until(() -> typed().equals("pause 43"));
        key(KeyCode.DOWN);
        until(() -> typed().equals("pause 77"));
        key(KeyCode.DOWN);
        until(() -> typed().isEmpty());
    }

    @Test
    void escLeavesTheBoxSoThatLettersAreKeysAgain() {
        until(() -> isShown("#peer-236"));
        user.clickOn("#command").write("add 5");
        key(KeyCode.ESCAPE);
        until(() -> !isFocused("#command"));
        key(KeyCode.A);
        until(() -> ring.commands().contains(new Command.Add(List.of(id(121)))));
        assertThat(typed()).isEqualTo("add 5");
    }

    @Test
    void tabLeavesTheBoxWhereThereIsNothingToComplete() {
        until(() -> isShown("#peer-236"));
        user.clickOn("#command");
        key(KeyCode.TAB);
        assertThat(isFocused("#command")).isFalse();
        user.clickOn("#command").write("kill 1");
        key(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(isFocused("#command")).isFalse();
        assertThat(typed()).isEqualTo("kill 1");
    }

    @Test
    void anErrorStaysWithinTheBoxAndGoesWithEsc() {
        user.interact(() -> stage().setWidth(1_000));
        until(() -> isShown("#peer-236"));
        user.clickOn("#command").write("kill 1 2 3 4 5 6 7 8 9 10 999");
        key(KeyCode.ENTER);
        until(() -> isShown("#command-problem"));
        Bounds box = bounds(user.lookup("#command").query());
        assertThat(bounds(user.lookup("#command-problem").query()).getMaxX())
                .isLessThanOrEqualTo(box.getMaxX() + 1);
        key(KeyCode.ESCAPE);
        until(() -> !isShown("#command-problem"));
    }
}
