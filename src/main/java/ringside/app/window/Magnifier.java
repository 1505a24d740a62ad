package ringside.app.window;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** Shows something larger than it is, lines and letters too: for the last row of a lecture hall. */
final class Magnifier extends Pane {

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final DoubleProperty below = new SimpleDoubleProperty();

    Magnifier(Region content) {
        this.content = content;
        getStyleClass().add("magnifier");
        content.getTransforms().add(scale);
        getChildren().add(content);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        scale.xProperty().subscribe(this::requestLayout);
        below.subscribe(this::requestLayout);
    }

    /** Is as large as another from now on. */
    void goWith(Magnifier other) {
        scale.xProperty().bind(other.scale.xProperty());
        scale.yProperty().bind(other.scale.yProperty());
        below.bind(other.below);
    }

    /** Shows it so many times as large. */
    void magnify(double times) {
        scale.setX(times);
        scale.setY(times);
    }

    /** Keeps so many pixels under it free. */
    void keepFreeBelow(double pixels) {
        below.set(pixels);
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(0, getHeight() - below.get());
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), height / scale.getY());
    }
}
