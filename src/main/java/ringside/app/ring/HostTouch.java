package ringside.app.ring;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import ringside.app.base.HostWords;
import ringside.app.base.Texts;
import ringside.model.HostState;
import ringside.model.RingState;

/**
 * What the pointer touches of a host's arc: wider than the arc, and without gaps where it has
 * dashes. Says what the host is, and opens its menu.
 */
final class HostTouch extends Polyline {

    private static final double WIDTH = 10;

    private final Tooltip tip = new Tooltip();
    private final RingGestures actions;
    private @Nullable HostRun run;

    HostTouch(RingGestures actions) {
        this.actions = actions;
        setFill(null);
        setStroke(Color.TRANSPARENT);
        setStrokeWidth(WIDTH);
        Tooltip.install(this, tip);
        setOnMouseClicked(this::clicked);
        setOnContextMenuRequested(this::menuWanted);
    }

    /** Lies over the arc of a run. */
    void update(HostRun over, List<Point2D> points, RingState state) {
        run = over;
        HostState host = over.host();
        setId("host-" + (host.isHere() ? "here" : host.name()));
        Shapes.setPoints(this, points);
        String words =
                HostWords.tip(host, Texts.count("host.tip.peers", state.aliveOn(host).size()));
        if (!words.equals(tip.getText())) {
            tip.setText(words);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            showMenu(event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void menuWanted(ContextMenuEvent event) {
        showMenu(event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void showMenu(double screenX, double screenY) {
        HostRun touched = run;
        if (touched != null) {
            actions.hostMenuWanted(touched.peers().getFirst(), this, screenX, screenY);
        }
    }
}
