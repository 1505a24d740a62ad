package ringside.app.window;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** Enlarges its content, lines and letters included, for the last row of a lecture hall. */
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

    /** Follows the magnification of another pane from now on. */
    void goWith(Magnifier other) {
        scale.xProperty().bind(other.scale.xProperty());
        scale.yProperty().bind(other.scale.yProperty());
        below.bind(other.below);
    }

    /** Sets the magnification; 1 is normal size. */
    void magnify(double times) {
        scale.setX(times);
        scale.setY(times);
    }

    /** Keeps a strip below the content free, of a height in pixels. */
    void keepFreeBelow(double pixels) {
        below.set(pixels);
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(0, getHeight() - below.get());
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), height / scale.getY());
    }
}
