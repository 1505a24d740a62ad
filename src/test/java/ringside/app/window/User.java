package ringside.app.window;

import static org.assertj.core.api.Assertions.fail;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxAssert;
import org.testfx.service.query.NodeQuery;

/**
 * A user of the open windows, who points, clicks and types through the platform's own robot,
 * without moving gradually and without waiting. The effects of a gesture have happened when its
 * method returns. JavaFX thread only.
 */
final class User {

    /** Steps of a drag; a pointer that left the window at once would not drag. */
    private static final int STEPS_OF_A_DRAG = 10;

    private final Robot robot = new Robot();
    private boolean dragging;
    private final Runnable settle;
    private final Runnable nextFrame;

    /**
     * Creates a user.
     *
     * @param settle lets the windows come to rest before a gesture
     * @param nextFrame lets the windows show the effects of a gesture
     */
    User(Runnable settle, Runnable nextFrame) {
        this.settle = settle;
        this.nextFrame = nextFrame;
    }

    /** Looks up nodes in all windows: {@code #id}, {@code .style-class}, or their text. */
    NodeQuery lookup(String query) {
        return FxAssert.assertContext().getNodeFinder().lookup(query);
    }

    /** Returns the open windows: stages, pop-overs, menus and tooltips. */
    static List<Window> windows() {
        return List.copyOf(Window.getWindows());
    }

    User clickOn(String query) {
        return clickOn(query, MouseButton.PRIMARY);
    }

    User clickOn(String query, MouseButton button) {
        return moveTo(query).clickOn(button);
    }

    User clickOn(Node node) {
        return moveTo(node).clickOn(MouseButton.PRIMARY);
    }

    User clickOn(Point2D screen) {
        return moveTo(screen).clickOn(MouseButton.PRIMARY);
    }

    User clickOn(MouseButton button) {
        return press(button).release(button);
    }

    /** Moves to the middle of the first visible node that is found. */
    User moveTo(String query) {
        settle.run();
        return moveTo(visible(query));
    }

    User moveTo(Node node) {
        return moveTo(node, Pos.CENTER, Point2D.ZERO);
    }

    /** Moves to a position of a node, with an offset in pixels. */
    User moveTo(Node node, Pos pos, Point2D comparison) {
        settle.run();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        if (bounds == null) {
            fail(node + " is in no window");
        }
        double x =
                switch (pos.getHpos()) {
                    case LEFT -> bounds.getMinX();
                    case CENTER -> bounds.getCenterX();
                    case RIGHT -> bounds.getMaxX();
                };
        double y =
                switch (pos.getVpos()) {
                    case TOP -> bounds.getMinY();
                    case CENTER, BASELINE -> bounds.getCenterY();
                    case BOTTOM -> bounds.getMaxY();
                };
        return moveTo(new Point2D(x, y).add(comparison));
    }

    User moveTo(Point2D screen) {
        settle.run();
        Point2D from = robot.getMousePosition();
        for (int i = 1; dragging && i < STEPS_OF_A_DRAG; i++) {
            robot.mouseMove(from.interpolate(screen, i / (double) STEPS_OF_A_DRAG));
        }
        robot.mouseMove(screen);
        nextFrame.run();
        return this;
    }

    /** Moves some pixels to the right and down. */
    User moveBy(double x, double y) {
        return moveTo(robot.getMousePosition().add(x, y));
    }

    User press(MouseButton button) {
        robot.mousePress(button);
        dragging = true;
        nextFrame.run();
        return this;
    }

    User release(MouseButton button) {
        robot.mouseRelease(button);
        dragging = false;
        nextFrame.run();
        return this;
    }

    /** Turns the wheel at the pointer. */
    User scroll(int notches, VerticalDirection direction) {
        int one =
                switch (direction) {
                    case UP -> -1;
                    case DOWN -> 1;
                };
        for (int i = 0; i < notches; i++) {
            robot.mouseWheel(one);
        }
        nextFrame.run();
        return this;
    }

    User press(KeyCode... keys) {
        List.of(keys).forEach(robot::keyPress);
        nextFrame.run();
        return this;
    }

    User release(KeyCode... keys) {
        List.of(keys).forEach(robot::keyRelease);
        nextFrame.run();
        return this;
    }

    /** Presses keys together and releases them one after the other. */
    User type(KeyCode... keys) {
        press(keys);
        return release(keys);
    }

    /** Types a text at the focus; the keyboard of the headless platform has letters only. */
    User write(String text) {
        settle.run();
        text.chars().forEach(one -> write((char) one));
        nextFrame.run();
        return this;
    }

    private void write(char one) {
        if (one == '\n') {
            type(KeyCode.ENTER);
            return;
        }
        String sign = String.valueOf(one);
        KeyCode code =
                Objects.requireNonNullElse(
                        KeyCode.getKeyCode(sign.toUpperCase(Locale.ROOT)),
                        one == ' ' ? KeyCode.SPACE : KeyCode.UNDEFINED);
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        fire(
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        sign,
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
        fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        settle.run();
    }

    private static void fire(KeyEvent event) {
        Scene scene = focused().getScene();
        Node owner = scene.getFocusOwner();
        Event.fireEvent(owner == null ? scene : owner, event);
    }

    private static Window focused() {
        return windows().stream()
                .filter(Window::isFocused)
                .max(Comparator.comparing(window -> !(window instanceof Stage)))
                .orElseThrow(() -> new AssertionError("no window has the focus"));
    }

    /** Deletes some characters before the cursor. */
    User eraseText(int signs) {
        for (int i = 0; i < signs; i++) {
            type(KeyCode.BACK_SPACE);
        }
        return this;
    }

    /** Changes the windows in a way that a user could not, or not on the headless platform. */
    User interact(Runnable what) {
        what.run();
        nextFrame.run();
        return this;
    }

    private Node visible(String query) {
        return lookup(query).<Node>queryAll().stream()
                .filter(User::isVisible)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing visible is called " + query));
    }

    private static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }
}
