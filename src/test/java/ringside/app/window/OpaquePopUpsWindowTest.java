package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.base.Theme;

/** Menus without a compositor (VNC, remote X), which must be opaque. */
@NeedsFonts
class OpaquePopUpsWindowTest extends WindowFixture {

    private void takeTheCompositorAway() {
        String sheet =
                Objects.requireNonNull(Theme.class.getResource("opaque.css")).toExternalForm();
        List<String> sheets = stage().getScene().getStylesheets();
        if (!sheets.contains(sheet)) {
            sheets.add(sheet);
        }
    }

    /** Returns how the windows of pop-ups are filled from edge to edge. */
    private static List<BackgroundFill> fills() {
        return User.windows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(window -> (Region) window.getScene().getRoot())
                .map(Region::getBackground)
                .filter(Objects::nonNull)
                .flatMap(background -> background.getFills().stream())
                .toList();
    }

    private void assertThatItsWindowIsDark() {
        assertThat(fills())
                .isNotEmpty()
                .allSatisfy(fill -> {
                    assertThat(fill.getFill()).isEqualTo(Color.web("#151b24"));
                    assertThat(fill.getRadii()).isEqualTo(CornerRadii.EMPTY);
                });
    }

    @Test
    void aMenuIsFilledWithTheColourOfTheTheme() {
        takeTheCompositorAway();
        select(43);
        user.clickOn("#peer-43", MouseButton.SECONDARY);
        until(() -> isShown("#menu-kill") && !fills().isEmpty());
        assertThatItsWindowIsDark();
        assertThat(user.lookup(".context-menu").query().getEffect()).isNull();
        key(KeyCode.ESCAPE);
    }
}
