package ringside.app.base;

import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The layer over a window in which one pop-over at a time points at something (WINDOW 10.6). It
 * lies in the scene, so that no desktop can draw it wrongly or leave the focus outside of it.
 * JavaFX thread only.
 */
public final class PopOverLayer extends Pane {

    /** Time to show a notice: long enough for two sentences, read slowly. */
    private static final double SECONDS_TO_READ = 12;

    private @Nullable PopOver open;
    private @Nullable Node focusBefore;
    private double secondsLeft = Double.POSITIVE_INFINITY;

    /** Creates a layer without a pop-over, to be added to one scene. */
    public PopOverLayer() {
        setPickOnBounds(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        watch(scene);
                    }
                });
    }

    private void watch(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        scene.focusOwnerProperty().subscribe(this::focusMoved);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /** A press elsewhere closes it; that on its own button does no more than that. */
    private void pressed(MouseEvent event) {
        PopOver shown = open;
        if (shown == null
                || !(event.getTarget() instanceof Node target)
                || shown.contains(target)) {
            return;
        }
        close();
        if (shown.anchor() instanceof ButtonBase button && PopOver.isPartOf(button, target)) {
            event.consume();
        }
    }

    /** Closes a pop-over that the focus has left, as for the command box. */
    private void focusMoved(@Nullable Node owner) {
        PopOver shown = open;
        if (shown != null && owner != null && focusBefore != null && !shown.contains(owner)) {
            focusBefore = null;
            close();
        }
    }

    /**
     * Shows content that points at a node, in place of what is open. Its first control gets the
     * focus; at its end the focus goes back to where it was.
     */
    public void show(Node anchor, Node content) {
        close();
        PopOver fresh = new PopOver(anchor, content);
        getChildren().add(fresh);
        fresh.applyCss();
        fresh.place(new Dimension2D(getWidth(), getHeight()));
        open = fresh;
        if (fresh.asks()) {
            Node before = getScene().getFocusOwner();
            fresh.focus();
            focusBefore = before == null ? getScene().getRoot() : before;
        }
    }

    /** Shows content that needs no answer, and closes it after a while. */
    public void tell(Node anchor, Node content) {
        show(anchor, content);
        secondsLeft = SECONDS_TO_READ;
    }

    /** Returns whether a pop-over is open that takes the letters that are typed. */
    public boolean asks() {
        PopOver shown = open;
        return shown != null && shown.asks();
    }

    /** Advances the time by that of one frame, and follows what moves. */
    public void onFrame(double seconds) {
        secondsLeft -= seconds;
        if (secondsLeft <= 0) {
            close();
        }
        PopOver shown = open;
        if (shown != null && shown.isAstray()) {
            requestLayout();
        }
    }

    /**
     * Closes the open pop-over.
     *
     * @return whether there was one
     */
    public boolean close() {
        secondsLeft = Double.POSITIVE_INFINITY;
        PopOver closed = open;
        Node before = focusBefore;
        open = null;
        focusBefore = null;
        if (closed == null) {
            return false;
        }
        if (before != null) {
            before.requestFocus();
        }
        getChildren().remove(closed);
        return true;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        PopOver shown = open;
        if (shown != null) {
            shown.place(new Dimension2D(getWidth(), getHeight()));
        }
    }
}
