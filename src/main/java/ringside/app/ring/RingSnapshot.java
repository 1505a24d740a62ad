package ringside.app.ring;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import ringside.app.base.Frames;
import ringside.app.base.Motion;
import ringside.app.base.Theme;
import ringside.app.drawing.HeadlessPictures;
import ringside.app.drawing.SceneSvg;
import ringside.model.RingState;

/**
 * Draws a ring and its legend into a picture file with the same nodes as the window, without a
 * display, as {@link HeadlessPictures} does.
 */
public final class RingSnapshot {

    /** A frame time long enough for all glides to end, in seconds. */
    private static final double SETTLED_SECONDS = 1;

    private RingSnapshot() {}

    /**
     * Writes a PNG of the ring at the time of its latest event. Do not call it on the JavaFX
     * thread; it returns when the file is written.
     *
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     * @throws IOException when the file cannot be written
     */
    public static void write(RingState state, Theme theme, int width, int height, Path png)
            throws IOException {
        HeadlessPictures.save(HeadlessPictures.draw(() -> draw(state, theme, width, height)), png);
    }

    private static WritableImage draw(RingState state, Theme theme, int width, int height) {
        return image(new Shot(state, state.atMicros(), RingLooks.USUAL, theme, width, height));
    }

    /**
     * The content of a picture that is drawn without a window.
     *
     * @param atMicros the time that is shown, in microseconds since the epoch
     * @param width in pixels
     * @param height in pixels
     */
    public record Shot(
            RingState state, long atMicros, RingLooks looks, Theme theme, int width, int height) {}

    /** Returns the ring as an image. JavaFX thread only. */
    public static WritableImage image(Shot shot) {
        return scene(shot).snapshot(null);
    }

    /** Returns the same drawing as SVG. JavaFX thread only. */
    public static String svg(Shot shot) {
        Scene scene = scene(shot);
        return SceneSvg.of(scene.getRoot(), shot.width(), shot.height(), Color.WHITE);
    }

    private static Scene scene(Shot shot) {
        RingViewModel model = new RingViewModel(shot.looks());
        RingView view = new RingView(model, RingGestures.NONE);
        BorderPane sheet = new BorderPane(view);
        sheet.setBottom(LegendView.printed(model));
        sheet.getStyleClass().add("paper");
        int width = shot.width();
        int height = shot.height();
        Scene scene = new Scene(sheet, width, height);
        Frames.Frame settled = new Frames.Frame(shot.atMicros(), SETTLED_SECONDS, Motion.FULL);
        Theme theme = shot.theme();
        theme.applyTo(scene);
        sheet.resize(width, height);
        sheet.applyCss();
        sheet.layout();
        view.update(shot.state(), shot.atMicros(), settled);
        sheet.applyCss();
        sheet.layout();
        view.update(shot.state(), shot.atMicros(), settled);
        sheet.applyCss();
        sheet.layout();
        return scene;
    }
}
