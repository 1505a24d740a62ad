package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.base.ThemeChoice;
import ringside.app.events.EventItem;
import ringside.ring.FileNumber;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The command box, events, looks, key map and closing (WINDOW 6.1, 7.5, 8.1 and 10). */
@NeedsFonts
class ToolsWindowTest extends WindowFixture {

    @Test
    void aTypedRequestIsPreviewedCarriedOutAndItsTransferShown() {
        user.clickOn("#command").write("request 2012 from 43");
        until(() -> text("#command-preview").equals("2012 mod 256 = 220, held by peer 236"));
        user.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() ->
                ring.commands()
                        .contains(
                                new Command.Tell(
                                        List.of(id(43)),
                                        new PeerCommand.Request(new FileNumber("2012")))));
        ListView<?> transfers = user.lookup("#transfers").queryListView();
        until(() -> transfers.getItems().size() == 1);
        until(() ->
                user.lookup("#transfers .transfer-detail")
                        .queryAs(Label.class)
                        .getText()
                        .startsWith("Done"));
    }

    @Test
    void aWrongCommandSaysWhatIsWrongUnderTheBoxAndKeepsTheText() {
        user.clickOn("#command").write("kill 999").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> text("#command-problem").equals("a peer id is 0 to 255, not 999"));
        assertThat(user.lookup("#command").queryAs(TextField.class).getText())
                .isEqualTo("kill 999");
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aFailedCommandIsReportedUnderTheBoxToo() {
        user.clickOn("#command").write("add 57 43").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> text("#command-problem").equals("Peer 43 is already running."));
        assertThat(ring.commands()).hasSize(1);
    }

    @Test
    void aCommandThatCannotBeDoneIsRefusedWithoutAskingTheRing() {
        user.clickOn("#command").write("add 43").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> text("#command-problem").equals("Peer 43 is already running."));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void lettersTypedIntoTheCommandBoxAreNoKeys() {
        select(43);
        user.clickOn("#command").write("kaq1");
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void theThemeIsSwitchedAndRemembered() {
        select(43);
        assertThat(stage().getScene().getStylesheets()).anyMatch(css -> css.endsWith("dark.css"));
        user.press(KeyCode.T).release(KeyCode.T);
        until(() ->
                stage().getScene().getStylesheets().stream()
                        .anyMatch(css -> css.endsWith("light.css")));
        user.interact(stage()::hide);
        assertThat(memory.load().theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void settingsCanGoToTheSelectedPeerAlone() {
        select(77);
        user.clickOn("#settings");
        user.clickOn("#settings-for-peer");
        user.clickOn("#settings-window").eraseText(3).write("8").type(KeyCode.ENTER);
        until(() ->
                ring.commands()
                        .contains(new Command.Tell(List.of(id(77)), new PeerCommand.SetWindow(8))));
    }

    @Test
    void f11IsForTheProjectorAndBringsEverythingBackAfterwards() {
        select(139);
        user.type(KeyCode.F11);
        until(() -> isShown("#told"));
        assertThat(user.lookup("#inspector").tryQuery()).isEmpty();
        user.type(KeyCode.K);
        until(() -> text("#told-newest .told-what").contains("139"));
        user.type(KeyCode.F11);
        until(() -> isShown("#inspector") && isShown("#events"));
        assertThat(user.lookup("#told").tryQuery()).isEmpty();
    }

    @Test
    void f11CountsWhileSomebodyTypes() {
        user.clickOn("#event-filter");
        user.type(KeyCode.F11);
        until(() -> isShown("#told"));
    }

    @Test
    void theEventFilterLeavesWhatItNames() {
        until(() -> isShown("#peer-139"));
        ring.carryOut(new Command.Pause(List.of(id(139)))).join();
        ListView<EventItem> events = user.lookup("#events").queryListView();
        user.clickOn("#event-filter").write("paused by you");
        until(() -> events.getItems().size() == 1);
        assertThat(events.getItems().getFirst().newest().explanation().peer()).isEqualTo(id(139));
    }

    @Test
    void theQuestionMarkShowsTheKeyMap() {
        select(43);
        user.press(KeyCode.SHIFT)
                .press(KeyCode.SLASH)
                .release(KeyCode.SLASH)
                .release(KeyCode.SHIFT);
        until(() -> isShown("#key-help"));
    }

    @Test
    void closingWhilePeersRunAsksOnceAndQuitsThemAll() {
        until(() -> text("#alive-count").equals("8 alive"));
        user.interact(() ->
                stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> isShown("#stay"));
        assertThat(ring.quitAllCalls()).isZero();
        user.clickOn("#stay");
        until(() -> !isShown("#stay"));
        assertThat(stage().isShowing()).isTrue();
        user.interact(() ->
                stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> isShown("#quit-and-close"));
        user.clickOn("#quit-and-close");
        until(() -> !stage().isShowing());
        assertThat(ring.quitAllCalls()).isEqualTo(1);
    }
}
