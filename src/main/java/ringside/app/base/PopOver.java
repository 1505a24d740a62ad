package ringside.app.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;

/**
 * A box with an arrow that points at a node. The keys that walk from control to control stay inside
 * of it. JavaFX thread only.
 */
final class PopOver extends Pane {

    /** Keys that lead to the next control, or with -1 to the one before. */
    private static final Map<KeyCode, Integer> STEPS =
            Map.of(KeyCode.DOWN, 1, KeyCode.RIGHT, 1, KeyCode.UP, -1, KeyCode.LEFT, -1);

    /** The part of the arrow that lies under the frame, so that no line is between them. */
    private static final double OVERLAP = 1;

    /** Room for the bar beside what scrolls, in pixels. */
    private static final double SCROLL_BAR = 16;

    private final Node anchor;
    private final Node content;
    private final StackPane frame;
    private final Polygon arrow = new Polygon();
    private Bounds pointedAt = new BoundingBox(0, 0, 0, 0);

    PopOver(Node anchor, Node content) {
        this.anchor = anchor;
        this.content = content;
        frame = new StackPane(content);
        frame.getStyleClass().add("frame");
        arrow.getStyleClass().add("arrow");
        getStyleClass().add("pop-over");
        getChildren().addAll(frame, arrow);
        setPickOnBounds(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    Node anchor() {
        return anchor;
    }

    /** Returns whether a node is this pop-over, or a part of it. */
    boolean contains(Node node) {
        return isPartOf(this, node);
    }

    /** Returns whether a node is another one, or lies in it. */
    static boolean isPartOf(Node whole, Node part) {
        for (Node at = part; at != null; at = at.getParent()) {
            if (at.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether there is something in it to type into or to press. */
    boolean asks() {
        return !controls().isEmpty();
    }

    /** Gives the focus to its first control, if it has one. */
    void focus() {
        controls().stream().findFirst().ifPresent(Node::requestFocus);
    }

    private List<Node> controls() {
        List<Node> found = new ArrayList<>();
        collect(content, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private void walk(KeyEvent event) {
        Node focused = getScene().getFocusOwner();
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            walk(event.isShiftDown() ? -1 : 1, focused);
            event.consume();
        } else if (focused instanceof ButtonBase && STEPS.containsKey(event.getCode())) {
            walk(STEPS.getOrDefault(event.getCode(), 1), focused);
            event.consume();
        }
    }

    private void walk(int step, Node focused) {
        List<Node> controls = controls();
        int next = Math.floorMod(controls.indexOf(focused) + step, controls.size());
        controls.get(next).requestFocus();
    }

    /** Enter presses the button that has the focus, and never one of the window. */
    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.getTarget() instanceof Button button) {
                button.fire();
            }
            event.consume();
        }
    }

    /** Returns whether what it points at has moved since it was placed. */
    boolean isAstray() {
        return !anchorBounds().equals(pointedAt);
    }

    /** Stands beside what it points at, in a layer of the given size. */
    void place(Dimension2D window) {
        pointedAt = anchorBounds();
        double mostWidth = window.getWidth() - 2 * PopOverPlace.EDGE;
        double mostHeight = window.getHeight() - 2 * PopOverPlace.EDGE;
        frame.setMaxSize(mostWidth, mostHeight);
        boolean isTooHigh = frame.prefHeight(-1) > mostHeight;
        if (isTooHigh || frame.prefWidth(-1) > mostWidth) {
            scroll();
        }
        double bar = isTooHigh ? SCROLL_BAR : 0;
        frame.setMinWidth(Math.min(mostWidth, frame.prefWidth(-1) + bar));
        Dimension2D size =
                new Dimension2D(
                        Math.min(mostWidth, frame.prefWidth(-1) + bar),
                        Math.min(mostHeight, frame.prefHeight(-1)));
        PopOverPlace place = PopOverPlace.at(pointedAt, size, window);
        frame.resizeRelocate(0, 0, size.getWidth(), size.getHeight());
        setLayoutX(place.x());
        setLayoutY(place.y());
        point(place, size.getHeight());
    }

    /** Lets content that is larger than the window scroll. */
    private void scroll() {
        if (frame.getChildren().contains(content)) {
            ScrollPane scrolling = new ScrollPane();
            frame.getChildren().setAll(scrolling);
            scrolling.setContent(content);
            scrolling.setFocusTraversable(false);
            scrolling.getStyleClass().add("pop-over-scroll");
        }
    }

    /** A node that is no longer shown is still pointed at where it was. */
    private Bounds anchorBounds() {
        return anchor.getScene() == null
                ? pointedAt
                : getParent().sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
    }

    private void point(PopOverPlace place, double height) {
        switch (place.side()) {
            case BELOW -> drawArrow(place.arrowX(), OVERLAP, -PopOverPlace.ARROW);
            case ABOVE -> drawArrow(place.arrowX(), height - OVERLAP, height + PopOverPlace.ARROW);
            case OVER -> arrow.getPoints().clear();
        }
    }

    private void drawArrow(double x, double base, double tip) {
        arrow.getPoints()
                .setAll(x - PopOverPlace.ARROW, base, x, tip, x + PopOverPlace.ARROW, base);
    }
}
