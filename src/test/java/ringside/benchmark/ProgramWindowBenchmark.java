package ringside.benchmark;

import javafx.application.Platform;
import ringside.app.Main;

/**
 * Frames a second of the window on somebody's program, with real peers in terminals. Arguments: the
 * words that open the window, such as {@code program src/test/resources/ringside/programs/pickle}.
 * Needs a display.
 */
public final class ProgramWindowBenchmark {

    private static final long WARM_UP_MS = 10_000;
    private static final long MEASURE_MS = 20_000;

    private ProgramWindowBenchmark() {}

    /** Measures, prints, and closes the window. */
    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().daemon().start(ProgramWindowBenchmark::measure);
        Main.main(arguments);
    }

    private static void measure() {
        FrameTimes frames = new FrameTimes();
        try {
            OpenWindow.await();
            Thread.sleep(WARM_UP_MS);
            Platform.runLater(frames::begin);
            Thread.sleep(MEASURE_MS);
            frames.printAndForget("a ring of somebody's program");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.runLater(OpenWindow::close);
    }
}
