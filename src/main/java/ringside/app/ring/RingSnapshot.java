package ringside.app.ring;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import ringside.app.base.Frames;
import ringside.app.base.Motion;
import ringside.app.base.Texts;
import ringside.app.base.Theme;
import ringside.app.drawing.SceneSvg;
import ringside.export.AtomicFile;
import ringside.model.RingState;

/**
 * Draws a ring and its legend into a picture file with the same nodes as the window, without a
 * display. It starts JavaFX if it does not run yet; the JavaFX thread then lives until {@link
 * Platform#exit} or the end of the program.
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
        startToolkit();
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                picture.complete(draw(state, theme, width, height));
            } catch (RuntimeException | LinkageError e) {
                picture.completeExceptionally(e);
            }
        });
        save(await(picture), png);
    }

    public static void save(WritableImage picture, Path png) throws IOException {
        AtomicFile.write(
                png,
                temporary -> {
                    BufferedImage image = SwingFXUtils.fromFXImage(picture, null);
                    if (!ImageIO.write(image, "png", temporary.toFile())) {
                        throw new IOException(Texts.text("export.noWriter", "PNG"));
                    }
                });
    }

    /** Starts JavaFX on the headless platform, unless another platform was chosen already. */
    private static void startToolkit() {
        setUnlessChosen("glass.platform", "Headless");
        setUnlessChosen("prism.order", "sw");
        setUnlessChosen("java.awt.headless", "true");
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
            started.await();
        } catch (IllegalStateException e) {
            // The toolkit is running already.
            started.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void setUnlessChosen(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
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

    private static WritableImage await(CompletableFuture<WritableImage> picture)
            throws IOException {
        try {
            return picture.get();
        } catch (ExecutionException e) {
            throw new IOException(Texts.text("export.notDrawn"), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Texts.text("export.interrupted"), e);
        }
    }
}
