package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;

/** The lights of the status line and the charts (WINDOW 11 and 13). */
@NeedsFonts
class LightsWindowTest extends WindowFixture {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private boolean isOff(String light) {
        return user.lookup(light).query().getPseudoClassStates().contains(OFF);
    }

    /** Returns the names in the legend of a chart, in alphabetical order. */
    private List<String> curves(String chart) {
        return user.lookup(chart + " .chart-legend-item").<Label>queryAllAs(Label.class).stream()
                .map(Label::getText)
                .sorted()
                .toList();
    }

    @Test
    void aLightThatIsOnSaysWhatIsPromised() {
        until(() -> isShown("#light-LISTS") && !isOff("#light-LISTS"));
        assertThat(tooltip("#light-LISTS"))
                .isEqualTo("Every successor list names those that really follow.");
    }

    @Test
    void aLightThatIsOffSaysWhatIsWrong() {
        select(139);
        key(KeyCode.K);
        until(() -> isOff("#light-LISTS"));
        assertThat(tooltip("#light-LISTS")).contains(" still names 139 as its ");
    }

    @Test
    void theChartsShowTheRoundTripsOfTheSelectedPeer() {
        select(43);
        user.clickOn("#tab-charts");
        until(() -> isInSight("#chart-roundtrips"));
        assertThat(curves("#chart-roundtrips")).containsExactly("to 104", "to 77");
        user.clickOn("#peer-168");
        until(() -> curves("#chart-roundtrips").equals(List.of("to 201", "to 236")));
    }
}
