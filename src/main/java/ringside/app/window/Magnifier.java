package ringside.app.window;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** Enlarges its content, lines and letters included, for the last row of a lecture hall. */
final class Magnifier extends Pane {

    private final Region content;
    private final Scale scale = new Scale(1, 1);

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
    }

    /** Follows the magnification of another pane from now on. */
    void goWith(Magnifier other) {
        scale.xProperty().bind(other.scale.xProperty());
        scale.yProperty().bind(other.scale.yProperty());
    }

    /** Sets the magnification; 1 is normal size. */
    void magnify(double times) {
        scale.setX(times);
        scale.setY(times);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
