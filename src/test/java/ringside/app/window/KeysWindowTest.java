package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.NeedsFonts;
import ringside.app.base.RingLayout;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** Keys that act on the ring, the selected peer and the looks (WINDOW 8.1). */
@NeedsFonts
class KeysWindowTest extends WindowFixture {

    @Test
    void aAddsAPeerInTheWidestGap() {
        until(() -> isShown("#peer-236"));
        key(KeyCode.A);
        until(() -> isShown("#peer-121"));
        assertThat(ring.commands()).containsExactly(new Command.Add(List.of(id(121))));
    }

    @Test
    void ctrlTabWalksTheTabsWhereverTheFocusIs() {
        select(201);
        assertThat(isShown("#ladder")).isTrue();
        key(KeyCode.CONTROL, KeyCode.TAB);
        until(() -> isShown("#peers"));
        key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        until(() -> isShown("#lesson-list"));
        key(KeyCode.CONTROL, KeyCode.K);
        key(KeyCode.CONTROL, KeyCode.TAB);
        key(KeyCode.CONTROL, KeyCode.TAB);
        until(() -> isShown("#peers"));
    }

    @Test
    void qLetsTheSelectedPeerLeave() {
        select(201);
        key(KeyCode.Q);
        until(() -> text("#alive-count").startsWith("7 alive"));
        assertThat(ring.commands())
                .containsExactly(new Command.Tell(List.of(id(201)), new PeerCommand.Quit()));
    }

    @Test
    void ctrlZStartsAgainWhatKHasKilled() {
        select(201);
        key(KeyCode.K);
        until(() -> isInSight("#undo") && text("#undo-words").equals("Killed 201."));
        key(KeyCode.CONTROL, KeyCode.Z);
        until(() -> text("#inspector-look").equals("running"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Kill(List.of(id(201))), new Command.Restart(List.of(id(201))));
        assertThat(isShown("#undo")).isFalse();
        key(KeyCode.CONTROL, KeyCode.Z);
        until(() -> text("#window-notice").startsWith("There is nothing to undo"));
    }

    @Test
    void whatHasQuitStartsAgainByTheButtonOfItsNotice() {
        select(201);
        key(KeyCode.Q);
        until(() -> isInSight("#undo") && text("#undo-words").equals("201 has left."));
        user.clickOn("#undo-button");
        until(() -> text("#inspector-look").equals("running"));
    }

    @Test
    void pPausesTheSelectedPeerAndResumesItAgain() {
        select(201);
        key(KeyCode.P);
        until(() -> text("#inspector-look").equals("paused"));
        key(KeyCode.P);
        until(() -> text("#inspector-look").equals("running"));
        assertThat(ring.commands())
                .containsExactly(
                        new Command.Pause(List.of(id(201))), new Command.Resume(List.of(id(201))));
    }

    @Test
    void aKeyThatNeedsAPeerSaysSoWhenNoneIsSelected() {
        until(() -> isShown("#peer-236"));
        key(KeyCode.Q);
        until(() -> text("#window-notice").equals("Select a peer first: click it in the ring."));
        assertThat(ring.commands()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"R", "S"})
    void aPeerThatCanBeToldNothingIsRefusedBeforeAnyQuestion(KeyCode key) {
        select(201);
        key(KeyCode.P);
        until(() -> text("#inspector-look").equals("paused"));
        key(key);
        until(() -> text("#notice").equals("Peer 201 is paused: resume it first."));
        assertThat(user.lookup("#file-number").tryQuery()).isEmpty();
        until(() -> !isShown("#notice"));
        key(KeyCode.K);
        until(() -> text("#inspector-look").equals("killed"));
        key(key);
        until(() -> text("#notice").equals("Peer 201 is not running."));
        assertThat(user.lookup("#file-number").tryQuery()).isEmpty();
    }

    @Test
    void lSpacesThePeersEvenlyAndTheWindowRemembersIt() {
        until(() -> isShown("#peer-236"));
        Point2D byId = placeOf(236);
        key(KeyCode.L);
        until(() -> placeOf(236).distance(byId) > 5);
        user.interact(stage()::hide);
        assertThat(memory.load().layout()).isEqualTo(RingLayout.EVENLY_SPACED);
    }

    @Test
    void fFitsAZoomedRingIntoItsPlaceAgain() {
        until(() -> isShown("#peer-236"));
        Point2D fitting = placeOf(236);
        user.moveTo("#peer-104").scroll(5, VerticalDirection.UP);
        until(() -> placeOf(236).distance(fitting) > 5);
        key(KeyCode.F);
        until(() -> placeOf(236).distance(fitting) < 1);
    }

    @Test
    void theKeys2To4SwitchTheirEdges() {
        until(() -> isShown(".edge.second-successor"));
        key(KeyCode.DIGIT2);
        until(() -> !isShown(".edge.second-successor"));
        assertThat(isShown(".edge.first-predecessor")).isTrue();
        key(KeyCode.DIGIT3);
        until(() -> !isShown(".edge.first-predecessor"));
        assertThat(isShown(".edge.second-predecessor")).isFalse();
        key(KeyCode.DIGIT4);
        until(() -> isShown(".edge.second-predecessor"));
    }

    @Test
    void ctrlKGoesToTheCommandBox() {
        select(43);
        key(KeyCode.CONTROL, KeyCode.K);
        until(() -> isFocused("#command"));
        assertThat(ring.commands()).isEmpty();
    }

    @Test
    void aPressedQuicklyAddsPeersInDifferentGaps() {
        until(() -> isShown("#peer-236"));
        ring.delayStarts(5_000_000);
        for (int i = 0; i < 6; i++) {
            key(KeyCode.A);
        }
        assertThat(ring.commands()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void aNoticeDisappearsByItself() {
        until(() -> isShown("#peer-236"));
        key(KeyCode.Q);
        until(() -> isShown("#window-notice"));
        pass(Duration.ofSeconds(13));
        assertThat(user.lookup("#window-notice").tryQuery()).isEmpty();
    }
}
