package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.Command;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;

/** The ring and its peers: select, add, kill, pause, request (WINDOW 1 to 3). */
@NeedsFonts
class RingWindowTest extends WindowFixture {

    @Test
    void theRingShowsEveryPeerAndThatItIsConsistent() {
        assertThat(user.lookup("#status").queryAs(StatusBar.class).getText())
                .startsWith("8 peers run");
        until(() -> text("#alive-count").equals("8 alive"));
        assertThat(text("#health")).isEqualTo("consistent");
        for (int peer : new int[] {14, 43, 77, 104, 139, 168, 201, 236}) {
            assertThat(isShown("#peer-" + peer)).isTrue();
        }
    }

    @Test
    void kKillsTheSelectedPeerAndTheRingIsSeenToHeal() {
        select(139);
        List<String> health = texts("#health");
        user.press(KeyCode.K).release(KeyCode.K);
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(139)))));
        until(() -> text("#alive-count").equals("7 alive · 1 killed"));
        until(() -> health.stream().anyMatch(h -> h.startsWith("healing at 104 \u2192 168")));
        until(() -> text("#health").equals("consistent"));
        assertThat(text("#last-heal")).matches("last heal [0-9.]+ s, after a kill");
        assertThat(text("#inspector-look")).isEqualTo("killed");
        assertThat(user.lookup("#quit").queryButton().isDisabled()).isTrue();
    }

    @Test
    void theMenuOfAPeerPausesItAndThenOffersToResumeIt() {
        until(() -> isShown("#peer-77"));
        user.clickOn("#peer-77", MouseButton.SECONDARY);
        user.clickOn("#menu-pause");
        until(() -> ring.commands().contains(new Command.Pause(List.of(id(77)))));
        until(() -> text("#inspector-look").equals("paused"));
        user.clickOn("#peer-77", MouseButton.SECONDARY);
        user.clickOn("#menu-resume");
        until(() -> text("#inspector-look").equals("running"));
    }

    @Test
    void theMenuOfAPeerCutsALinkAndOffersToMendIt() {
        until(() -> isShown("#peer-104"));
        user.clickOn("#peer-104", MouseButton.SECONDARY);
        user.clickOn("#menu-links");
        user.clickOn("#menu-cut-139");
        until(() -> ring.commands().contains(new Command.CutLink(id(104), id(139))));
        user.clickOn("#peer-104", MouseButton.SECONDARY);
        user.clickOn("#menu-links");
        user.clickOn("#menu-mend-139");
        until(() -> ring.commands().contains(new Command.MendLink(id(104), id(139))));
    }

    @Test
    void theKeys1To4AndTheLegendSwitchTheEdges() {
        until(() -> isShown(".edge.first-successor"));
        select(43);
        user.press(KeyCode.DIGIT1).release(KeyCode.DIGIT1);
        until(() -> !isShown(".edge.first-successor"));
        user.clickOn("#show-first-successor");
        until(() -> isShown(".edge.first-successor"));
    }

    @Test
    void theArrowsWalkTheRingAndEveryPeerSaysWhatItIs() {
        select(43);
        key(KeyCode.DOWN);
        until(() -> text("#inspector-title").equals("Peer 77"));
        key(KeyCode.DOWN);
        until(() -> text("#inspector-title").equals("Peer 104"));
        key(KeyCode.UP);
        key(KeyCode.UP);
        until(() -> text("#inspector-title").equals("Peer 43"));
        assertThat(user.lookup("#peer-43").query().getAccessibleText())
                .isEqualTo("Peer 43, running, successors 77, 104, 0 missed pings");
    }

    @Test
    void tabEntersTheRingInOneStepAndLeavesItInOne() {
        until(() -> isShown("#peer-43"));
        key(KeyCode.TAB);
        until(() -> isFocused("#peer-14"));
        key(KeyCode.TAB);
        assertThat(isPeerFocused()).isFalse();
        key(KeyCode.SHIFT, KeyCode.TAB);
        until(() -> isFocused("#peer-14"));
        key(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(isPeerFocused()).isFalse();
    }

    @Test
    void tabLeadsToTheSelectedPeer() {
        select(168);
        key(KeyCode.TAB);
        assertThat(isPeerFocused()).isFalse();
        key(KeyCode.SHIFT, KeyCode.TAB);
        until(() -> isFocused("#peer-168"));
    }

    @Test
    void afterTabTheSidewardArrowsWalkTooAndAfterAClickTheyLeadThroughTime() {
        until(() -> isShown("#peer-43"));
        key(KeyCode.TAB);
        key(KeyCode.RIGHT);
        until(() -> text("#inspector-title").equals("Peer 43"));
        key(KeyCode.LEFT);
        key(KeyCode.LEFT);
        until(() -> text("#inspector-title").equals("Peer 236"));
        assertThat(isShown("#past-banner")).isFalse();
        user.clickOn("#peer-77");
        key(KeyCode.LEFT);
        until(() -> isShown("#past-banner"));
        assertThat(text("#inspector-title")).isEqualTo("Peer 77");
    }

    private boolean isPeerFocused() {
        return user.lookup(".peer").<Node>queryAll().stream().anyMatch(Node::isFocused);
    }

    @Test
    void rAsksForAFileNumberAtThePeer() {
        select(104);
        user.press(KeyCode.R).release(KeyCode.R);
        until(() -> isShown("#file-number"));
        user.clickOn("#file-number").write("201");
        assertThat(user.lookup("#file-number-go").queryButton().isDisabled()).isTrue();
        user.write("2").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() ->
                ring.commands()
                        .contains(
                                new Command.Tell(
                                        List.of(id(104)),
                                        new PeerCommand.Request(new FileNumber("2012")))));
    }

    @Test
    void sStoresAChosenFileUnderANumber() {
        select(104);
        user.press(KeyCode.S).release(KeyCode.S);
        until(() -> isShown("#file-number"));
        user.clickOn("#file-number").write("0042").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() ->
                ring.commands()
                        .contains(
                                new Command.Tell(
                                        List.of(id(104)),
                                        new PeerCommand.Store(
                                                CHOSEN.toString(), new FileNumber("0042")))));
        until(() -> isShown("#file-0042"));
    }

    @Test
    void actionsWithoutASelectionAreDisabled() {
        until(() -> isShown("#peer-43"));
        for (String button : Set.of("#quit", "#kill", "#pause", "#restart")) {
            assertThat(user.lookup(button).queryButton().isDisabled()).as(button).isTrue();
        }
    }

    @Test
    void onlyACommandGivenHereShowsItsFailureAtThePeer() {
        select(104);
        ring.tell(id(104), new LifeEvent.ActionFailed("store a.txt as 0090 at 104", "No room."));
        pass(Duration.ofSeconds(1));
        assertThat(user.lookup(".notice").tryQuery()).isEmpty();
        key(KeyCode.R);
        enterFileNumber("2012");
        ring.tell(id(104), new LifeEvent.ActionFailed("request 2012 from 104", "Nobody answers."));
        until(() -> isShown("Nobody answers."));
    }

    @Test
    void theMiddleAndTheLightsSpeakWithOneVoice() {
        until(() -> text("#health").equals("consistent"));
        ring.tell(id(14), new FileEvent.FilesHeld(List.of()));
        ring.tell(id(236), new FileEvent.FilesHeld(List.of()));
        ring.tell(
                id(77),
                new FileEvent.FilesHeld(
                        List.of(new HeldFile(FileName.parse("2012.pdf"), 5, false))));
        until(() -> text("#health").equals("not yet right: files"));
        assertThat(user.lookup("#light-FILES").query().getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("off"));
    }

    @Test
    void aClickOnADiamondOpensThePageOfItsFileAndAPeerTakesItsPlace() {
        until(() -> isShown("#file-2012"));
        user.clickOn("#file-2012");
        until(() -> text("#file-title").equals("File 2012.pdf"));
        assertThat(isInSight("#file-holder-236")).isTrue();
        user.clickOn("#file-holder-236");
        until(() -> text("#inspector-title").equals("Peer 236"));
        assertThat(isInSight("#file-title")).isFalse();
        user.lookup("#inspector-file-2012").queryAs(Hyperlink.class).fire();
        until(() -> isInSight("#file-title"));
    }
}
