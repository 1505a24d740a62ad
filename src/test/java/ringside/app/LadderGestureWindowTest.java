package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.robot.Motion;
import ringside.NeedsFonts;
import ringside.app.ladder.LadderView;
import ringside.ladder.Exchange;
import ringside.status.SegmentStep;

/** What pointer, wheel and keys do in the ladder (WINDOW part 4). */
@NeedsFonts
class LadderGestureWindowTest extends WindowFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Stop
    void stop() {
        close();
    }

    /** So many that the ladder is too long for one picture: what is taken away is what is in sight. */
    private static final int SEGMENTS = 160;

    private static final long STEP_MICROS = 200;
    private static final long SEGMENT_MICROS = 10 * STEP_MICROS;

    /** In the first half every third segment is lost once, the second half is one run. */
    private static final int LOST = 3;

    /** At the end so many are shown, however well they went. */
    private static final int ENDS = 8;

    /** In what is told of the first segments and their acknowledgements. */
    private static final List<String> FIRST = List.of("ment 1 ", "ment 1:", "ment 401", "ment 801");

    private static final double ON_NAMES = 10;
    private static final double BELOW_NAMES = 27;
    private static final double ON_ROWS = 40;

    private static final Pattern NUMBER =
            Pattern.compile("y=\"([^\"]*)\"[^>]* text-anchor=\"end\"[^>]*>([0-9]+)(?: RTX)?<");

    private static final Pattern RUN =
            Pattern.compile("<text x=\"[^\"]*\" y=\"([^\"]*)\"[^>]*>[0-9]+ segments, all");

    private void step(long atMicros, SegmentStep step, int peer, long number) {
        ring.plan(atMicros, () -> ring.tell(id(peer), Exchange.traced(step, number)));
    }

    private void showTransfer(FxRobot robot) {
        until(() -> isShown(robot, "#peer-43"));
        seen(
                () -> {
                    ring.tell(id(236), Exchange.started(SEGMENTS));
                    for (int i = 0; i < SEGMENTS; i++) {
                        segment(i);
                    }
                    return SEGMENTS;
                });
        until(
                () ->
                        RUN.matcher(picture(robot)).find()
                                && numbers(robot).getLast() == Exchange.sequence(SEGMENTS - 1));
    }

    private void segment(int i) {
        long sequence = Exchange.sequence(i);
        long at = i * SEGMENT_MICROS;
        if (i % LOST == 0 && i < SEGMENTS / 2) {
            step(at, SegmentStep.DROPPED, 236, sequence);
            step(at + STEP_MICROS, SegmentStep.TIMED_OUT, 236, sequence);
            step(at + STEP_MICROS, SegmentStep.RESENT, 236, sequence);
        } else {
            step(at, SegmentStep.SENT, 236, sequence);
        }
        long next = sequence + Exchange.MSS;
        step(at + 2 * STEP_MICROS, SegmentStep.RECEIVED, 43, sequence);
        step(at + 3 * STEP_MICROS, SegmentStep.ACKNOWLEDGEMENT_SENT, 43, next);
        step(at + 4 * STEP_MICROS, SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 236, next);
    }

    /** What is in sight and follows it, as it would be taken away. */
    private static String picture(FxRobot robot) {
        LadderView view = robot.lookup("#ladder").queryAs(LadderView.class);
        return seen(() -> view.svg().orElse(""));
    }

    /** The numbers of the segments in sight, from the first to the last. */
    private static List<Long> numbers(FxRobot robot) {
        return NUMBER.matcher(picture(robot))
                .results()
                .map(found -> Long.valueOf(found.group(2)))
                .toList();
    }

    /** How far the last two segments are apart, in pixels. */
    private static double pitch(FxRobot robot) {
        List<Double> places =
                NUMBER.matcher(picture(robot))
                        .results()
                        .map(found -> Double.valueOf(found.group(1)))
                        .toList();
        int last = places.size() - 1;
        return last < 1 ? 0 : places.get(last) - places.get(last - 1);
    }

    /** Goes so far below the ladder's upper edge. */
    private static void moveTo(FxRobot robot, double y) {
        Node canvas = robot.lookup("#ladder-canvas").query();
        robot.moveTo(canvas, Pos.TOP_CENTER, new Point2D(0, y), Motion.DEFAULT);
    }

    private static double middle(FxRobot robot) {
        Node canvas = robot.lookup("#ladder-canvas").query();
        Bounds bounds = seen(canvas::getLayoutBounds);
        return bounds.getHeight() / 2;
    }

    @Test
    void theWheelScrolls(FxRobot robot) {
        showTransfer(robot);
        long first = numbers(robot).getFirst();
        moveTo(robot, middle(robot));
        robot.scroll(3, VerticalDirection.UP);
        until(() -> numbers(robot).getFirst() < first);
        robot.scroll(20, VerticalDirection.DOWN);
        until(() -> numbers(robot).getFirst() == first);
    }

    @Test
    void theWheelWithCtrlZooms(FxRobot robot) {
        showTransfer(robot);
        double pitch = pitch(robot);
        wheel(robot, "#ladder-canvas", -6, KeyCode.CONTROL);
        until(() -> pitch(robot) < pitch);
        double small = pitch(robot);
        wheel(robot, "#ladder-canvas", 6, KeyCode.CONTROL);
        until(() -> pitch(robot) > small);
    }

    @Test
    void aDragMovesTheLadderWithThePointer(FxRobot robot) {
        showTransfer(robot);
        long first = numbers(robot).getFirst();
        moveTo(robot, middle(robot));
        robot.press(MouseButton.PRIMARY).moveBy(0, 60).release(MouseButton.PRIMARY);
        until(() -> numbers(robot).getFirst() < first);
    }

    @Test
    void aClickOnARunShowsItsSegments(FxRobot robot) {
        showTransfer(robot);
        moveTo(robot, middle(robot));
        until(
                () -> {
                    robot.scroll(1, VerticalDirection.UP);
                    return runY(robot) > ON_ROWS;
                });
        moveTo(robot, runY(robot));
        robot.clickOn(MouseButton.PRIMARY);
        until(() -> numbers(robot).stream().anyMatch(LadderGestureWindowTest::isInRun));
        assertThat(RUN.matcher(picture(robot)).find()).isFalse();
    }

    /** Where the run is written, in pixels below the ladder's upper edge. */
    private static double runY(FxRobot robot) {
        Matcher run = RUN.matcher(picture(robot));
        return run.find() ? Double.parseDouble(run.group(1)) : 0;
    }

    private static boolean isInRun(long number) {
        return number >= Exchange.sequence(SEGMENTS / 2 + LOST)
                && number < Exchange.sequence(SEGMENTS - ENDS);
    }

    @Test
    void theKeysZoomAndShowTheWholeTransfer(FxRobot robot) {
        showTransfer(robot);
        moveTo(robot, ON_NAMES);
        robot.clickOn(MouseButton.PRIMARY);
        until(() -> isFocused(robot, "#ladder-canvas"));
        double pitch = pitch(robot);
        typeSign(robot, "-");
        until(() -> pitch(robot) < pitch);
        double small = pitch(robot);
        typeSign(robot, "+");
        until(() -> pitch(robot) > small);
        typeSign(robot, "0");
        moveTo(robot, BELOW_NAMES);
        robot.moveBy(0, 1);
        until(() -> FIRST.stream().anyMatch(words -> isTold(robot, words)));
    }

    /** The keyboard of the headless platform has no signs: it tells which key, not what it writes. */
    private static void typeSign(FxRobot robot, String sign) {
        Node canvas = robot.lookup("#ladder-canvas").query();
        robot.interact(
                () ->
                        canvas.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        sign,
                                        sign,
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false)));
    }

    @Test
    void theButtonsZoomOutAndIn(FxRobot robot) {
        showTransfer(robot);
        double pitch = pitch(robot);
        robot.clickOn("#ladder-out");
        until(() -> pitch(robot) < pitch);
        double small = pitch(robot);
        robot.clickOn("#ladder-in");
        until(() -> pitch(robot) > small);
    }
}
