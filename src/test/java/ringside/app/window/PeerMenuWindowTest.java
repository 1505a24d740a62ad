package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.ring.FileNumber;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The menu of a peer, with each of its entries (WINDOW 7.2). */
@NeedsFonts
class PeerMenuWindowTest extends WindowFixture {

    private void choose(int peer, String entry) {
        until(() -> isShown("#peer-" + peer));
        user.clickOn("#peer-" + peer, MouseButton.SECONDARY);
        until(() -> isShown(entry));
        user.clickOn(entry);
    }

    @Test
    void requestAsksWhichFileAndRequestsIt() {
        choose(77, "#menu-request");
        enterFileNumber("2012");
        until(() ->
                ring.commands()
                        .contains(
                                new Command.Tell(
                                        List.of(id(77)),
                                        new PeerCommand.Request(new FileNumber("2012")))));
    }

    @Test
    void storeAsksUnderWhichNumberAndStoresTheChosenFile() {
        choose(77, "#menu-store");
        enterFileNumber("0042");
        until(() -> isShown("#file-0042"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Tell(
                                List.of(id(77)),
                                new PeerCommand.Store(CHOSEN.toString(), new FileNumber("0042"))));
    }

    private void pause(int peer) {
        select(peer);
        key(KeyCode.P);
        until(() -> text("#inspector-look").equals("paused"));
    }

    /** Opens the menu of a peer, and returns the text of an entry, also of one in a submenu. */
    private String entry(int peer, String id) {
        user.clickOn("#peer-" + peer, MouseButton.SECONDARY);
        until(() -> isShown("#menu-request"));
        return User.windows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .flatMap(item ->
                        item instanceof Menu more ? more.getItems().stream() : Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .map(MenuItem::getText)
                .findFirst()
                .orElse("");
    }

    @Test
    void anEntryForAPausedPeerSaysWhyItCannotBeChosen() {
        pause(104);
        assertThat(entry(104, "menu-request"))
                .isEqualTo("Request a file...   (Peer 104 is paused: resume it first.)");
        assertThat(entry(104, "menu-quit"))
                .isEqualTo("Quit   (Peer 104 is paused: resume it first.)");
    }

    @Test
    void aLinkToAPausedPeerSaysWhyItCannotBeCut() {
        pause(104);
        assertThat(entry(77, "menu-cut-104"))
                .isEqualTo("Cut the link to 104   (Peer 104 is paused: resume it first.)");
        assertThat(entry(77, "menu-cut-43")).isEqualTo("Cut the link to 43");
    }

    @Test
    void quitLetsThePeerLeave() {
        choose(77, "#menu-quit");
        until(() -> text("#alive-count").startsWith("7 alive"));
        assertThat(ring.commands())
                .containsExactly(new Command.Tell(List.of(id(77)), new PeerCommand.Quit()));
    }

    @Test
    void killKillsThePeerAndRestartStartsItAgain() {
        choose(77, "#menu-kill");
        until(() -> text("#inspector-look").equals("killed"));
        choose(77, "#menu-restart");
        until(() -> text("#inspector-look").equals("running"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Kill(List.of(id(77))), new Command.Restart(List.of(id(77))));
    }

    @Test
    void showItsLogBringsItsOutputToTheFront() {
        choose(77, "#menu-log");
        until(() -> isInSight("#output"));
        assertThat(text("#inspector-title")).isEqualTo("Peer 77");
    }
}
