package ringside.app.drawing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import ringside.app.base.Texts;
import ringside.export.AtomicFile;

/**
 * Draws without a display, with the same nodes as the window. It starts JavaFX if it does not run
 * yet; the JavaFX thread then lives until {@link Platform#exit} or the end of the program.
 */
public final class HeadlessPictures {

    private HeadlessPictures() {}

    /**
     * Draws on the JavaFX thread and waits for that. Do not call it on that thread.
     *
     * @throws IOException when it cannot be drawn, as where a library is missing
     */
    public static <T> T draw(Supplier<T> drawing) throws IOException {
        startToolkit();
        CompletableFuture<T> drawn = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                drawn.complete(drawing.get());
            } catch (RuntimeException | LinkageError e) {
                drawn.completeExceptionally(e);
            }
        });
        return await(drawn);
    }

    /**
     * Writes a PNG.
     *
     * @throws IOException when the file cannot be written
     */
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

    private static <T> T await(CompletableFuture<T> drawn) throws IOException {
        try {
            return drawn.get();
        } catch (ExecutionException e) {
            throw new IOException(Texts.text("export.notDrawn"), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Texts.text("export.interrupted"), e);
        }
    }
}
