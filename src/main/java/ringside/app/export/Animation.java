package ringside.app.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import ringside.app.base.Texts;
import ringside.app.base.Theme;
import ringside.app.ring.RingLooks;
import ringside.app.ring.RingSnapshot;
import ringside.timeline.Cursor;
import ringside.timeline.History;

/**
 * Exports an interval of the past as an animated GIF. It draws one picture per frame of the window,
 * which stays responsive, and a thread of its own writes them. JavaFX thread only.
 */
final class Animation {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 600;
    private static final long MICROS_PER_FRAME = 100_000;
    private static final int HUNDREDTHS_PER_FRAME = 10;

    /** Pictures waiting to be written, 1.7 MB each: drawing is slower than writing. */
    private static final int MOST_WAITING = 16;

    private static final BufferedImage END = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    private final History history;
    private final Cursor cursor;
    private final RingLooks looks;
    private final long untilMicros;
    private final BlockingQueue<BufferedImage> drawn = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean isWritten;
    private long atMicros;

    /**
     * Starts the writing thread.
     *
     * @param fromMicros where the interval begins, in microseconds since the epoch
     * @param untilMicros where it ends
     * @param said called with the outcome, on the writing thread
     */
    Animation(
            History history,
            RingLooks looks,
            long fromMicros,
            long untilMicros,
            Path file,
            Consumer<String> said) {
        this.history = history;
        this.cursor = history.cursor();
        this.looks = looks;
        this.atMicros = Math.max(fromMicros, history.startMicros());
        this.untilMicros = untilMicros;
        Thread.ofPlatform()
                .daemon()
                .name("animation")
                .start(() -> {
                    String outcome = write(file);
                    isWritten = true;
                    said.accept(outcome);
                });
    }

    /**
     * Draws the next picture if the queue has a place for it; returns whether there is more to do.
     */
    boolean step() {
        if (isWritten) {
            return false;
        }
        if (drawn.remainingCapacity() == 0) {
            return true;
        }
        if (atMicros > untilMicros) {
            drawn.add(END);
            return false;
        }
        RingSnapshot.Shot shot =
                new RingSnapshot.Shot(
                        cursor.moveTo(history.positionAt(atMicros)),
                        atMicros,
                        looks,
                        Theme.LIGHT,
                        WIDTH,
                        HEIGHT);
        BufferedImage opaque = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        drawn.add(SwingFXUtils.fromFXImage(RingSnapshot.image(shot), opaque));
        atMicros += MICROS_PER_FRAME;
        return true;
    }

    private String write(Path file) {
        int frames = 0;
        try (GifFile gif = new GifFile(file, HUNDREDTHS_PER_FRAME)) {
            BufferedImage next = drawn.take();
            while (!next.equals(END)) {
                gif.add(next);
                frames++;
                next = drawn.take();
            }
        } catch (IOException e) {
            return Texts.text("export.failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Texts.text("export.saved.gif", file, frames);
    }
}
