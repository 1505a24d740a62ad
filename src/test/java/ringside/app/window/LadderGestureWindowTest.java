package ringside.app.window;

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
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.ladder.LadderView;
import ringside.ladder.TransferStory;

/** Pointer, wheel and keys in the ladder (WINDOW 4.3). */
@NeedsFonts
class LadderGestureWindowTest extends WindowFixture {

    /** Too many segments for one picture, so that an export contains the part in sight. */
    private static final int SEGMENTS = 400;

    /** In the first half every third segment is lost once; the second half is one run. */
    private static final int LOST = 3;

    /** Segments at the end that are always shown, however well they went. */
    private static final int ENDS = 8;

    /** Parts of the descriptions of the first segments and their acknowledgements. */
    private static final List<String> FIRST = List.of("ment 1 ", "ment 1:", "ment 401", "ment 801");

    private static final double ON_NAMES = 10;
    private static final double BELOW_NAMES = 33;
    private static final double ON_ROWS = 40;

    private static final Pattern NUMBER =
            Pattern.compile("y=\"([^\"]*)\"[^>]* text-anchor=\"end\"[^>]*>([0-9]+)(?: RTX)?<");

    private static final Pattern RUN =
            Pattern.compile("<text x=\"[^\"]*\" y=\"([^\"]*)\"[^>]*>[0-9]+ segments, all");

    private void showTransfer() {
        until(() -> isShown("#peer-43"));
        new PlannedSegments(ring, i -> i % LOST == 0 && i < SEGMENTS / 2).plan(SEGMENTS);
        until(() ->
                RUN.matcher(picture()).find()
                        && numbers().getLast() == TransferStory.sequence(SEGMENTS - 1));
    }

    /** Returns the part in sight as it would be exported. */
    private String picture() {
        LadderView view = user.lookup("#ladder").queryAs(LadderView.class);
        return view.svg().orElse("");
    }

    /** Returns the numbers of the segments in sight, from the first to the last. */
    private List<Long> numbers() {
        return NUMBER.matcher(picture())
                .results()
                .map(found -> Long.valueOf(found.group(2)))
                .toList();
    }

    /** Returns the distance between the last two segments, in pixels. */
    private double pitch() {
        List<Double> positions =
                NUMBER.matcher(picture())
                        .results()
                        .map(found -> Double.valueOf(found.group(1)))
                        .toList();
        int last = positions.size() - 1;
        return last < 1 ? 0 : positions.get(last) - positions.get(last - 1);
    }

    /** Moves the pointer to a distance below the ladder's upper edge, in pixels. */
    private void moveTo(double y) {
        Node canvas = user.lookup("#ladder-canvas").query();
        user.moveTo(canvas, Pos.TOP_CENTER, new Point2D(0, y));
    }

    private double middle() {
        Node canvas = user.lookup("#ladder-canvas").query();
        Bounds bounds = canvas.getLayoutBounds();
        return bounds.getHeight() / 2;
    }

    @Test
    void theWheelScrolls() {
        showTransfer();
        long first = numbers().getFirst();
        moveTo(middle());
        user.scroll(3, VerticalDirection.UP);
        until(() -> numbers().getFirst() < first);
        user.scroll(20, VerticalDirection.DOWN);
        until(() -> numbers().getFirst() == first);
    }

    @Test
    void theWheelWithCtrlZooms() {
        showTransfer();
        double pitch = pitch();
        wheel("#ladder-canvas", -6, KeyCode.CONTROL);
        until(() -> pitch() < pitch);
        double small = pitch();
        wheel("#ladder-canvas", 6, KeyCode.CONTROL);
        until(() -> pitch() > small);
    }

    @Test
    void aDragMovesTheLadderWithThePointer() {
        showTransfer();
        long first = numbers().getFirst();
        moveTo(middle());
        user.press(MouseButton.PRIMARY).moveBy(0, 60).release(MouseButton.PRIMARY);
        until(() -> numbers().getFirst() < first);
    }

    @Test
    void aClickOnARunShowsItsSegments() {
        showTransfer();
        moveTo(middle());
        until(() -> {
            user.scroll(1, VerticalDirection.UP);
            return runY() > ON_ROWS;
        });
        moveTo(runY());
        user.clickOn(MouseButton.PRIMARY);
        until(() -> numbers().stream().anyMatch(LadderGestureWindowTest::isInRun));
        assertThat(RUN.matcher(picture()).find()).isFalse();
    }

    /** Returns the position of the run, in pixels below the ladder's upper edge. */
    private double runY() {
        Matcher run = RUN.matcher(picture());
        return run.find() ? Double.parseDouble(run.group(1)) : 0;
    }

    private static boolean isInRun(long number) {
        return number >= TransferStory.sequence(SEGMENTS / 2 + LOST)
                && number < TransferStory.sequence(SEGMENTS - ENDS);
    }

    @Test
    void theKeysZoomAndShowTheWholeTransfer() {
        showTransfer();
        moveTo(ON_NAMES);
        user.clickOn(MouseButton.PRIMARY);
        until(() -> isFocused("#ladder-canvas"));
        double pitch = pitch();
        typeSign("-");
        until(() -> pitch() < pitch);
        double small = pitch();
        typeSign("+");
        until(() -> pitch() > small);
        typeSign("0");
        moveTo(BELOW_NAMES);
        user.moveBy(1, 0);
        until(() -> FIRST.stream().anyMatch(words -> isTold(words)));
    }

    /** Sends a key with its character, which the headless platform's keyboard does not supply. */
    private void typeSign(String sign) {
        Node canvas = user.lookup("#ladder-canvas").query();
        user.interact(() ->
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
    void theButtonsZoomOutAndIn() {
        showTransfer();
        double pitch = pitch();
        user.clickOn("#ladder-out");
        until(() -> pitch() < pitch);
        double small = pitch();
        user.clickOn("#ladder-in");
        until(() -> pitch() > small);
    }
}
