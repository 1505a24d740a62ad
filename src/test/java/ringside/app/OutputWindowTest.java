package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import ringside.NeedsFonts;
import ringside.status.LifeEvent;

/** What the selected peer prints, searched and followed (WINDOW part 3). */
@NeedsFonts
class OutputWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    /** More lines than the tab has room for. */
    private static final int MANY = 200;

    private static void showOutputOf(FxRobot robot, int peer) {
        select(robot, peer);
        robot.clickOn("#tab-output");
        until(() -> isInSight(robot, "#output"));
    }

    private static List<String> lines(FxRobot robot) {
        ListView<String> list = robot.lookup("#output").queryListView();
        return seen(() -> List.copyOf(list.getItems()));
    }

    private static Set<String> marked(FxRobot robot) {
        return seen(
                () ->
                        robot.lookup("#output .output-line").<Label>queryAllAs(Label.class).stream()
                                .filter(label -> label.getPseudoClassStates().contains(FOUND))
                                .map(Label::getText)
                                .collect(Collectors.toSet()));
    }

    private static boolean follows(FxRobot robot) {
        return seen(() -> robot.lookup("#follow-output").queryAs(ToggleButton.class).isSelected());
    }

    private void print(int peer, String line) {
        seen(
                () -> {
                    for (int i = 0; i < MANY; i++) {
                        ring.tell(id(peer), new LifeEvent.TerminalLine(line + " " + i));
                    }
                    return MANY;
                });
    }

    @Test
    void theSearchLeavesTheLinesThatHaveItsWordsAndMarksThem(FxRobot robot) {
        showOutputOf(robot, 43);
        until(() -> lines(robot).stream().anyMatch(line -> line.endsWith("Peer 77.")));
        until(() -> lines(robot).stream().anyMatch(line -> line.endsWith("Peer 104.")));
        assertThat(marked(robot)).isEmpty();
        robot.clickOn("#search-output").write("peer 77");
        until(() -> marked(robot).equals(Set.of("Peer 77")));
        assertThat(lines(robot)).isNotEmpty().allMatch(line -> line.endsWith("Peer 77."));
        robot.eraseText(7);
        until(() -> lines(robot).stream().anyMatch(line -> line.endsWith("Peer 104.")));
        until(() -> marked(robot).isEmpty());
    }

    @Test
    void whoLooksFurtherUpIsNotTakenToTheEndUntilHeScrollsThere(FxRobot robot) {
        showOutputOf(robot, 43);
        print(43, "first");
        until(() -> isShown(robot, "first " + (MANY - 1)));
        assertThat(follows(robot)).isTrue();
        robot.moveTo("#output").scroll(5, VerticalDirection.UP);
        until(() -> !follows(robot));
        print(43, "second");
        until(() -> lines(robot).contains("second " + (MANY - 1)));
        assertThat(isShown(robot, "second " + (MANY - 1))).isFalse();
        until(
                () -> {
                    robot.scroll(20, VerticalDirection.DOWN);
                    return follows(robot);
                });
        print(43, "third");
        until(() -> isShown(robot, "third " + (MANY - 1)));
    }

    @Test
    void theButtonGoesToTheEndToo(FxRobot robot) {
        showOutputOf(robot, 43);
        print(43, "first");
        until(() -> isShown(robot, "first " + (MANY - 1)));
        robot.moveTo("#output").scroll(20, VerticalDirection.UP);
        until(() -> !follows(robot) && !isShown(robot, "first " + (MANY - 1)));
        robot.clickOn("#follow-output");
        print(43, "second");
        until(() -> isShown(robot, "second " + (MANY - 1)));
    }

    @Test
    void theLastLineTellsHowThePeerEnded(FxRobot robot) {
        showOutputOf(robot, 43);
        key(robot, KeyCode.K);
        until(() -> isShown(robot, "\u2014 Killed by you."));
        assertThat(lines(robot).getLast()).isEqualTo("\u2014 Killed by you.");
    }

    @Test
    void goingBackInTimeTakesBackWhatWasPrinted(FxRobot robot) {
        showOutputOf(robot, 43);
        until(() -> lines(robot).size() > 2);
        print(43, "first");
        until(() -> isShown(robot, "first " + (MANY - 1)));
        key(robot, KeyCode.HOME);
        until(() -> isShown(robot, "#past-banner") && lines(robot).size() < MANY);
        key(robot, KeyCode.END);
        until(() -> isShown(robot, "first " + (MANY - 1)));
    }
}
