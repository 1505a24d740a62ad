package ringside.app;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** Shows something larger than it is, lines and letters too: for the last row of a lecture hall. */
final class Magnifier extends Pane {

    private final Region content;
    private final Scale scale = new Scale(1, 1);

    Magnifier(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /** Shows it so many times as large. */
    void magnify(double times) {
        scale.setX(times);
        scale.setY(times);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
