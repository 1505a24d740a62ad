package ringside.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import ringside.app.ring.RingView;
import ringside.app.window.ProjectScenarios;
import ringside.app.window.RingsideApplication;
import ringside.app.window.ScriptedRing;
import ringside.app.window.WindowOptions;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.PeerSettings;
import ringside.status.StatusEntry;

/**
 * Frames a second of the whole window on a scripted ring with all pings drawn and three transfers
 * under way, and the longest time between two frames: live, with the table of peers, while somebody
 * points along the ring, and while somebody scrubs; first the time of folding one event. Needs a
 * display, or the headless platform; run with {@code -Dprism.order=sw} for software rendering.
 * Argument: peers, 60 unless told otherwise.
 */
public final class WindowBenchmark {

    private static final long WARM_UP_MS = 8_000;
    private static final long MEASURE_MS = 20_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int TRANSFERS = 3;
    private static final double SCRUB_FRAMES = 40;

    /** Frames in which the pointer passes one radian. */
    private static final double POINTING_FRAMES = 80;

    private WindowBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        int peers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int[] ids = IntStream.range(0, peers).map(i -> i * 256 / peers).toArray();
        measureFold(ids);
        ScriptedRing ring = new ScriptedRing(() -> System.currentTimeMillis() * 1_000, ids);
        ring.with("2012.pdf", 2_000_000);
        Thread.ofPlatform().daemon().start(() -> measure(ring, peers));
        RingsideApplication.launch(
                new WindowOptions(
                        ring,
                        new WindowOptions.RunningRing(
                                PeerSettings.DEFAULTS,
                                20_000,
                                Path.of("run"),
                                ring,
                                ProjectScenarios.HERE)));
    }

    private static void measure(ScriptedRing ring, int peers) {
        FrameTimes frames = new FrameTimes();
        AnimationTimer pointing = new Pointing();
        try {
            Thread.sleep(WARM_UP_MS);
            Platform.runLater(() -> begin(ring, frames));
            Thread.sleep(MEASURE_MS);
            frames.printAndForget(peers + " peers, live");
            Platform.runLater(OpenWindow::showTable);
            Thread.sleep(MEASURE_MS);
            frames.printAndForget(peers + " peers, with the table");
            Platform.runLater(pointing::start);
            Thread.sleep(MEASURE_MS);
            frames.printAndForget(peers + " peers, pointing along the ring");
            Platform.runLater(pointing::stop);
            Platform.runLater(WindowBenchmark::scrub);
            Thread.sleep(MEASURE_MS);
            frames.printAndForget(peers + " peers, scrubbing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private static void begin(ScriptedRing ring, FrameTimes frames) {
        frames.begin();
        for (PeerId asker : ring.someLiving(TRANSFERS)) {
            var _ = ring.carryOut(CommandParser.parse("request 2012 from " + asker));
        }
    }

    /** Points along the circle, once around in some seconds, as somebody does who looks for one. */
    private static final class Pointing extends AnimationTimer {

        private int frame;

        @Override
        public void handle(long now) {
            RingView ring = (RingView) OpenWindow.lookup("#ring");
            Point2D centre = new Point2D(ring.getWidth() / 2, ring.getHeight() / 2);
            double radius = ring.pointOf(new PeerId(0)).distance(centre);
            double along = ++frame / POINTING_FRAMES;
            Point2D at =
                    ring.localToScene(
                            centre.add(radius * Math.sin(along), -radius * Math.cos(along)));
            ring.fireEvent(OpenWindow.mouse(MouseEvent.MOUSE_MOVED, at.getX(), at.getY()));
        }
    }

    /** Presses the timeline at another place each few frames, as somebody does who drags. */
    private static void scrub() {
        Node strip = OpenWindow.lookup("#timeline-strip");
        double width = strip.getLayoutBounds().getWidth();
        new AnimationTimer() {
            private int frame;

            @Override
            public void handle(long now) {
                frame++;
                double x = width / 4 * (1 + Math.sin(frame / SCRUB_FRAMES));
                strip.fireEvent(OpenWindow.mouse(MouseEvent.MOUSE_DRAGGED, x, 5));
            }
        }.start();
    }

    private static void measureFold(int[] ids) {
        long[] now = {MICROS_PER_SECOND};
        ScriptedRing ring = new ScriptedRing(() -> now[0], ids);
        List<StatusEntry> entries = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            now[0] += MICROS_PER_SECOND / 10;
            ring.drain(entries::add, Integer.MAX_VALUE);
        }
        for (int round = 0; round < 2; round++) {
            RingState state = RingState.EMPTY;
            long start = System.nanoTime();
            for (StatusEntry entry : entries) {
                state = state.after(entry);
            }
            double micros = (System.nanoTime() - start) / 1e3 / entries.size();
            System.out.printf(
                    Locale.ROOT,
                    "fold: %.2f microseconds an event over %d events, %d peers%n",
                    micros,
                    entries.size(),
                    state.peers().size());
        }
    }
}
