package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.base.RingLayout;
import ringside.app.base.ThemeChoice;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The pop-over with the settings, each by its gesture (WINDOW 18). */
@NeedsFonts
class SettingsWindowTest extends WindowFixture {

    private void openSettings() {
        select(77);
        user.clickOn("#settings");
        until(() -> isShown("#settings-ping"));
    }

    private void enter(String field, String value) {
        user.clickOn(field);
        key(KeyCode.CONTROL, KeyCode.A);
        user.write(value);
        key(KeyCode.ENTER);
    }

    @Test
    void thePingIntervalGoesToAllPeersAndIsSeenAtAGlance() {
        openSettings();
        enter("#settings-ping", "500 ms");
        until(() ->
                ring.commands()
                        .contains(new Command.TellAll(new PeerCommand.SetPingInterval(500))));
        until(() -> text("#settings-at-a-glance").startsWith("Ping 0.5 s"));
    }

    @Test
    void afterOnePeerTheSettingsCanGoToAllPeersAgain() {
        openSettings();
        user.clickOn("#settings-for-peer");
        user.clickOn("#settings-for-all");
        enter("#settings-misses", "3");
        until(() -> !ring.commands().isEmpty());
        assertThat(ring.commands())
                .containsExactly(new Command.TellAll(new PeerCommand.SetMisses(3)));
    }

    @Test
    void shortcutsAreSwitchedForAllPeers() {
        openSettings();
        user.clickOn("#settings-shortcuts");
        until(() -> !ring.commands().isEmpty());
        user.clickOn("#settings-shortcuts");
        until(() -> ring.commands().size() == 2);
        assertThat(ring.commands())
                .containsExactly(
                        new Command.TellAll(new PeerCommand.SetShortcuts(true)),
                        new Command.TellAll(new PeerCommand.SetShortcuts(false)));
    }

    @Test
    void thePeerThatCannotBeSetAloneSaysWhy() {
        until(() -> isShown("#peer-77"));
        user.clickOn("#settings");
        until(() -> isShown("#settings-for-peer"));
        assertThat(isDisabled("#settings-for-peer")).isTrue();
        assertThat(tooltip("#settings-for-peer"))
                .isEqualTo("Select a peer first: click it in the ring.");
        select(77);
        key(KeyCode.P);
        until(() -> text("#inspector-look").equals("paused"));
        openSettings();
        assertThat(isDisabled("#settings-for-peer")).isTrue();
        assertThat(tooltip("#settings-for-peer")).isEqualTo("Peer 77 is paused: resume it first.");
    }

    @Test
    void aWrongValueSaysWhatIsWrongUntilARightOneIsTyped() {
        openSettings();
        enter("#settings-ping", "fast");
        until(() -> text(".settings-problem").contains("'fast' is no length of time"));
        assertThat(ring.commands()).isEmpty();
        enter("#settings-ping", "2s");
        until(() -> text(".settings-problem").isEmpty());
        assertThat(ring.commands())
                .containsExactly(new Command.TellAll(new PeerCommand.SetPingInterval(2_000)));
    }

    @Test
    void theThemeIsChosenByItsButtonAndRemembered() {
        openSettings();
        user.clickOn("#settings-theme-light");
        until(() ->
                stage().getScene().getStylesheets().stream()
                        .anyMatch(css -> css.endsWith("light.css")));
        user.interact(stage()::hide);
        assertThat(memory.load().theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void theLayoutIsChosenByItsButtonAndRemembered() {
        openSettings();
        Point2D byId = placeOf(236);
        user.clickOn("#settings-layout-evenly_spaced");
        until(() -> placeOf(236).distance(byId) > 5);
        user.interact(stage()::hide);
        assertThat(memory.load().layout()).isEqualTo(RingLayout.EVENLY_SPACED);
    }
}
