package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.ring.FileNumber;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The ring and its peers: selected, added, killed, paused, asked (WINDOW parts 1 to 3). */
@NeedsFonts
class RingWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    @Test
    void theRingShowsEveryPeerAndThatItIsConsistent(FxRobot robot) {
        until(() -> text(robot, "#alive-count").equals("8 alive"));
        assertThat(text(robot, "#health")).isEqualTo("consistent");
        for (int peer : new int[] {14, 43, 77, 104, 139, 168, 201, 236}) {
            assertThat(isShown(robot, "#peer-" + peer)).isTrue();
        }
    }

    @Test
    void aClickOnAnEmptyPlaceOfTheCircleAddsAPeerWithThatId(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        Point2D place = placeOf(robot, 120);
        robot.clickOn(place);
        until(() -> !ring.commands().isEmpty());
        assertThat(ring.commands()).containsExactly(new Command.Add(List.of(id(120))));
        until(() -> isShown(robot, "#peer-120"));
    }

    @Test
    void kKillsTheSelectedPeerAndTheRingIsSeenToHeal(FxRobot robot) {
        select(robot, 139);
        List<String> health = texts(robot, "#health");
        robot.press(KeyCode.K).release(KeyCode.K);
        until(() -> ring.commands().contains(new Command.Kill(List.of(id(139)))));
        until(() -> text(robot, "#alive-count").equals("7 alive · 1 killed"));
        until(() -> health.stream().anyMatch(h -> h.startsWith("healing at 104 \u2192 168")));
        until(() -> text(robot, "#health").equals("consistent"));
        assertThat(text(robot, "#last-heal")).matches("last heal [0-9.]+ s, after a kill");
        assertThat(text(robot, "#inspector-look")).isEqualTo("killed");
        assertThat(robot.lookup("#quit").queryButton().isDisabled()).isTrue();
    }

    @Test
    void theMenuOfAPeerPausesItAndThenOffersToResumeIt(FxRobot robot) {
        until(() -> isShown(robot, "#peer-77"));
        robot.clickOn("#peer-77", MouseButton.SECONDARY);
        robot.clickOn("#menu-pause");
        until(() -> ring.commands().contains(new Command.Pause(List.of(id(77)))));
        until(() -> text(robot, "#inspector-look").equals("paused"));
        robot.clickOn("#peer-77", MouseButton.SECONDARY);
        robot.clickOn("#menu-resume");
        until(() -> text(robot, "#inspector-look").equals("running"));
    }

    @Test
    void theMenuOfAPeerCutsALineAndOffersToMendIt(FxRobot robot) {
        until(() -> isShown(robot, "#peer-104"));
        robot.clickOn("#peer-104", MouseButton.SECONDARY);
        robot.clickOn("#menu-lines");
        robot.clickOn("#menu-cut-139");
        until(() -> ring.commands().contains(new Command.CutLink(id(104), id(139))));
        robot.clickOn("#peer-104", MouseButton.SECONDARY);
        robot.clickOn("#menu-lines");
        robot.clickOn("#menu-mend-139");
        until(() -> ring.commands().contains(new Command.MendLink(id(104), id(139))));
    }

    @Test
    void theKeys1To4AndTheLegendSwitchTheEdges(FxRobot robot) {
        until(() -> isShown(robot, ".edge.first-successor"));
        select(robot, 43);
        robot.press(KeyCode.DIGIT1).release(KeyCode.DIGIT1);
        until(() -> !isShown(robot, ".edge.first-successor"));
        robot.clickOn("#show-first-successor");
        until(() -> isShown(robot, ".edge.first-successor"));
    }

    @Test
    void tabAndArrowsWalkTheRingAndEveryPeerSaysWhatItIs(FxRobot robot) {
        select(robot, 43);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        until(() -> text(robot, "#inspector-title").equals("Peer 77"));
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        until(() -> text(robot, "#inspector-title").equals("Peer 104"));
        robot.press(KeyCode.UP).release(KeyCode.UP);
        robot.press(KeyCode.UP).release(KeyCode.UP);
        until(() -> text(robot, "#inspector-title").equals("Peer 43"));
        assertThat(robot.lookup("#peer-43").query().getAccessibleText())
                .isEqualTo("Peer 43, running, successors 77, 104, 0 missed pings");
    }

    @Test
    void rAsksForAFileNumberAtThePeer(FxRobot robot) {
        select(robot, 104);
        robot.press(KeyCode.R).release(KeyCode.R);
        until(() -> isShown(robot, "#file-number"));
        robot.clickOn("#file-number").write("201");
        assertThat(robot.lookup("#file-number-go").queryButton().isDisabled()).isTrue();
        robot.write("2").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(
                () ->
                        ring.commands()
                                .contains(
                                        new Command.Tell(
                                                List.of(id(104)),
                                                new PeerCommand.Request(
                                                        new FileNumber("2012")))));
    }

    @Test
    void sStoresAChosenFileUnderANumber(FxRobot robot) {
        select(robot, 104);
        robot.press(KeyCode.S).release(KeyCode.S);
        until(() -> isShown(robot, "#file-number"));
        robot.clickOn("#file-number").write("0042").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(
                () ->
                        ring.commands()
                                .contains(
                                        new Command.Tell(
                                                List.of(id(104)),
                                                new PeerCommand.Store(
                                                        CHOSEN.toString(),
                                                        new FileNumber("0042")))));
        until(() -> isShown(robot, "#file-0042"));
    }

    @Test
    void actionsWithoutASelectionAreDisabled(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        for (String button : Set.of("#quit", "#kill", "#pause", "#restart")) {
            assertThat(robot.lookup(button).queryButton().isDisabled()).as(button).isTrue();
        }
    }
}
