package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;

/** Pop-overs inside of the window (WINDOW 10.6). */
@NeedsFonts
class PopOverWindowTest extends WindowFixture {

    private void openSettings() {
        until(() -> isShown("#peer-43"));
        user.clickOn("#settings");
        until(() -> isShown("#settings-ping"));
    }

    private boolean isInThePopOver() {
        Node at = stage().getScene().getFocusOwner();
        while (at != null && !at.getStyleClass().contains("pop-over")) {
            at = at.getParent();
        }
        return at != null;
    }

    private boolean isOpen() {
        return user.lookup(".pop-over").tryQuery().isPresent();
    }

    @Test
    void itIsNoWindowOfItsOwnAndTakesTheLettersThatAreTyped() {
        select(43);
        openSettings();
        assertThat(User.windows()).extracting(Window::getClass).hasSize(1);
        assertThat(isInThePopOver()).isTrue();
        key(KeyCode.T);
        key(KeyCode.L);
        key(KeyCode.A);
        assertThat(ring.commands()).isEmpty();
        assertThat(stage().getScene().getStylesheets()).anyMatch(css -> css.endsWith("dark.css"));
        assertThat(isOpen()).isTrue();
    }

    @Test
    void tabStaysInItAndEscGivesTheFocusBack() {
        select(43);
        openSettings();
        Node before = stage().getScene().getFocusOwner();
        int steps = 0;
        do {
            key(KeyCode.TAB);
            assertThat(isInThePopOver()).isTrue();
            steps++;
        } while (!before.equals(stage().getScene().getFocusOwner()) && steps < 50);
        assertThat(steps).isBetween(5, 20);
        key(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(isInThePopOver()).isTrue();
        key(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        assertThat(isFocused("#settings")).isTrue();
    }

    @Test
    void escLeavesAFieldThatChecksWhatIsTyped() {
        select(77);
        key(KeyCode.R);
        until(() -> isFocused("#file-number"));
        user.write("20");
        key(KeyCode.ESCAPE);
        until(() -> !isOpen());
        assertThat(isFocused("#peer-77")).isTrue();
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aClickElsewhereClosesItAndCounts() {
        openSettings();
        user.clickOn("#peer-201");
        assertThat(isOpen()).isFalse();
        assertThat(text("#inspector-title")).isEqualTo("Peer 201");
    }

    @Test
    void aSecondPressOfItsButtonClosesIt() {
        openSettings();
        user.clickOn("#settings");
        assertThat(isOpen()).isFalse();
    }

    @Test
    void aKeyThatLeadsElsewhereClosesIt() {
        openSettings();
        key(KeyCode.CONTROL, KeyCode.K);
        until(() -> isFocused("#command"));
        assertThat(isOpen()).isFalse();
    }

    /** The key map is the largest one. */
    @Test
    void allOfThemLieInASmallWindow() {
        user.interact(() -> {
            stage().setWidth(1_024);
            stage().setHeight(700);
        });
        openSettings();
        assertThatItLiesInTheWindow();
        key(KeyCode.ESCAPE);
        key(KeyCode.CONTROL, KeyCode.E);
        until(() -> isOpen());
        assertThatItLiesInTheWindow();
        key(KeyCode.ESCAPE);
        user.write("?");
        until(() -> isShown("#key-help"));
        assertThatItLiesInTheWindow();
        key(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        for (int peer : List.of(14, 139)) {
            select(peer);
            key(KeyCode.R);
            until(() -> isOpen());
            assertThatItLiesInTheWindow();
            key(KeyCode.ESCAPE);
        }
    }

    private void assertThatItLiesInTheWindow() {
        Bounds all = stage().getScene().getRoot().getLayoutBounds();
        Node frame = user.lookup(".pop-over > .frame").query();
        assertThat(all.contains(frame.localToScene(frame.getLayoutBounds()))).isTrue();
    }

    @Test
    void aNoticeLeavesTheKeysToTheWindow() {
        select(201);
        key(KeyCode.P);
        until(() -> text("#inspector-look").equals("paused"));
        user.clickOn("#peer-201", MouseButton.PRIMARY);
        key(KeyCode.R);
        until(() -> text("#notice").equals("Peer 201 is paused: resume it first."));
        key(KeyCode.P);
        until(() -> text("#inspector-look").equals("running"));
    }
}
