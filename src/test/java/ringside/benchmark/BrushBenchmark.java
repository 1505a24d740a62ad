package ringside.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import ringside.app.Main;

/**
 * Frames a second of the window on the recording of an hour of 12 peers, and the longest time
 * between two frames: playing, with the table of peers, while somebody brushes the timeline, and
 * while somebody scrubs in the brushed part. Needs a display.
 */
public final class BrushBenchmark {

    private static final long WARM_UP_MS = 10_000;
    private static final long MEASURE_MS = 20_000;

    /** Frames in which the brush goes from one end to the other. */
    private static final int BRUSH_FRAMES = 60;

    private static final double SCRUB_FRAMES = 40;
    private static final double IN_THE_STRIP = 5;

    private BrushBenchmark() {}

    /** Measures, prints, and closes the window. */
    public static void main(String[] arguments) throws Exception {
        Path hour = Files.createTempFile("hour", ".ringside");
        TimeTravelBenchmark.main(new String[] {hour.toString()});
        Thread.ofPlatform().daemon().start(BrushBenchmark::measure);
        Main.main(new String[] {"replay", hour.toString()});
        Files.delete(hour);
    }

    private static void measure() {
        FrameTimes frames = new FrameTimes();
        AnimationTimer brushing = new Brushing();
        AnimationTimer scrubbing = new Scrubbing();
        try {
            OpenWindow.await();
            Thread.sleep(WARM_UP_MS);
            Platform.runLater(frames::begin);
            Thread.sleep(MEASURE_MS);
            frames.printAndForget("an hour of 12 peers, playing");
            Platform.runLater(OpenWindow::showTable);
            Thread.sleep(MEASURE_MS);
            frames.printAndForget("an hour of 12 peers, with the table");
            Platform.runLater(brushing::start);
            Thread.sleep(MEASURE_MS);
            frames.printAndForget("an hour of 12 peers, brushing");
            Platform.runLater(brushing::stop);
            Platform.runLater(scrubbing::start);
            Thread.sleep(MEASURE_MS);
            frames.printAndForget("an hour of 12 peers, scrubbing in the brushed part");
            Platform.runLater(scrubbing::stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.runLater(OpenWindow::close);
    }

    /** Draws an interval that grows to the whole time, again and again. */
    private static final class Brushing extends AnimationTimer {

        private int frame;

        @Override
        public void handle(long now) {
            Node overview = OpenWindow.lookup("#timeline-overview");
            double width = overview.getLayoutBounds().getWidth();
            double from = width / 4;
            int step = frame++ % BRUSH_FRAMES;
            if (step == 0) {
                overview.fireEvent(OpenWindow.mouse(MouseEvent.MOUSE_PRESSED, from, IN_THE_STRIP));
            }
            double x = from + (width - from) * step / BRUSH_FRAMES;
            overview.fireEvent(OpenWindow.mouse(MouseEvent.MOUSE_DRAGGED, x, IN_THE_STRIP));
        }
    }

    /** Presses the timeline at another place each frame, as somebody does who drags. */
    private static final class Scrubbing extends AnimationTimer {

        private int frame;

        @Override
        public void handle(long now) {
            Node strip = OpenWindow.lookup("#timeline-strip");
            double width = strip.getLayoutBounds().getWidth();
            double x = width / 2 * (1 + Math.sin(++frame / SCRUB_FRAMES));
            strip.fireEvent(OpenWindow.mouse(MouseEvent.MOUSE_DRAGGED, x, IN_THE_STRIP));
        }
    }
}
