package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The buttons of the toolbar, each by a click and its effect (WINDOW 1.1). */
@NeedsFonts
class ToolbarWindowTest extends WindowFixture {

    @Test
    void addAddsAPeerInTheWidestGap() {
        until(() -> isShown("#peer-236"));
        user.clickOn("#add-peer");
        until(() -> ring.commands().contains(new Command.Add(List.of(id(121)))));
        until(() -> isShown("#peer-121"));
    }

    @Test
    void quitLetsTheSelectedPeerLeave() {
        select(168);
        user.clickOn("#quit");
        until(() -> text("#alive-count").startsWith("7 alive"));
        assertThat(ring.commands())
                .containsExactly(new Command.Tell(List.of(id(168)), new PeerCommand.Quit()));
    }

    @Test
    void killKillsTheSelectedPeer() {
        select(168);
        user.clickOn("#kill");
        until(() -> text("#inspector-look").equals("killed"));
        assertThat(ring.commands()).containsExactly(new Command.Kill(List.of(id(168))));
    }

    @Test
    void pauseStopsTheSelectedPeerAndBecomesResume() {
        select(168);
        user.clickOn("#pause");
        until(() -> text("#inspector-look").equals("paused"));
        until(() -> isInSight("#resume"));
        assertThat(isInSight("#pause")).isFalse();
        user.clickOn("#resume");
        until(() -> text("#inspector-look").equals("running"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Pause(List.of(id(168))), new Command.Resume(List.of(id(168))));
    }

    @Test
    void restartStartsADeadPeerAgain() {
        select(168);
        user.clickOn("#kill");
        until(() -> text("#inspector-look").equals("killed"));
        user.clickOn("#restart");
        until(() -> text("#inspector-look").equals("running"));
        assertThat(ring.commands()).contains(new Command.Restart(List.of(id(168))));
    }

    @Test
    void aButtonSaysWhatItDoesAndADisabledOneWhyItIs() {
        until(() -> isShown("#peer-43"));
        assertThat(tooltip("#kill")).isEqualTo("Select a peer first: click it in the ring.");
        select(43);
        until(() -> !isDisabled("#kill"));
        assertThat(tooltip("#kill")).contains("it tells nobody (K)");
        key(KeyCode.K);
        until(() -> isDisabled("#kill"));
        assertThat(tooltip("#kill")).isEqualTo("Peer 43 is not running.");
    }

    @Test
    void theSettingsButtonOpensTheSettings() {
        until(() -> isShown("#peer-43"));
        assertThat(isShown("#settings-ping")).isFalse();
        user.clickOn("#settings");
        until(() -> isShown("#settings-ping"));
    }
}
