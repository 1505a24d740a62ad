package ringside.benchmark;

import java.awt.AWTException;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * From {@code ./run-ring.sh} to the first drawn ring, as time and as processor time of all that was
 * started: starts the program as a user does, and looks at the screen until the green of living
 * peers is on it. A first start, which is not counted, shows where to look: looking at the whole
 * screen all the time takes a tenth of two processors from the program. Needs a display on which
 * nothing else is that green. Arguments: starts, 7 unless told otherwise; options for the window.
 */
public final class StartBenchmark {

    private static final int STARTS = 7;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Time between two looks, in ms. */
    private static final long LOOK_MS = 20;

    /** Longest wait for a picture, in s. */
    private static final long LIMIT_S = 30;

    /** Longest wait for the end of the peers, in s. */
    private static final long END_LIMIT_S = 30;

    /** The green of a living peer, in the light and in the dark look, as RGB. */
    private static final List<Integer> GREENS = List.of(0x146c42, 0x3fb97a);

    /** The rings round eight peers have some hundreds; a word or an icon has fewer. */
    private static final int LEAST_PIXELS = 400;

    /** Side of the part of the screen that is looked at first, in pixels. */
    private static final int SPOT = 40;

    private record Start(double tookMillis, double windowMillis, double peersMillis) {}

    private final Robot robot;

    /** A part of the screen on which the first start drew a peer. */
    private Rectangle spot = wholeScreen();

    private StartBenchmark(Robot robot) {
        this.robot = robot;
    }

    /** Measures and prints. */
    public static void main(String[] arguments)
            throws AWTException, IOException, InterruptedException {
        int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STARTS;
        List<String> command = new ArrayList<>(List.of("./run-ring.sh"));
        command.addAll(List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
        StartBenchmark benchmark = new StartBenchmark(new Robot());
        benchmark.start(command);
        List<Start> all = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            all.add(benchmark.start(command));
        }
        print("until a ring is drawn", all, Start::tookMillis);
        print("processor of the window", all, Start::windowMillis);
        print("processor of the peers", all, Start::peersMillis);
    }

    private static void print(String what, List<Start> all, ToDoubleFunction<Start> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d starts, %s: shortest %.0f ms, median %.0f ms, longest %.0f ms%n",
                sorted.length,
                what,
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }

    private Start start(List<String> command) throws IOException, InterruptedException {
        Path log = Path.of("target", "start-benchmark.log");
        while (isDrawn()) {
            // The window before is still on the screen.
            Thread.sleep(LOOK_MS);
        }
        long began = System.nanoTime();
        Process program =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            while (!isDrawn()) {
                if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LIMIT_S)) {
                    throw new IOException("no ring was drawn; see " + log);
                }
                Thread.sleep(LOOK_MS);
            }
            return new Start(
                    (System.nanoTime() - began) / NANOS_PER_MILLI,
                    processorMillis(program.toHandle()),
                    program.descendants().mapToDouble(StartBenchmark::processorMillis).sum());
        } finally {
            program.destroy();
            program.waitFor(END_LIMIT_S, TimeUnit.SECONDS);
        }
    }

    private static double processorMillis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private boolean isDrawn() {
        if (greensIn(spot).isEmpty()) {
            return false;
        }
        List<Point> greens = greensIn(wholeScreen());
        if (greens.size() <= LEAST_PIXELS) {
            return false;
        }
        Point first = greens.getFirst();
        spot = new Rectangle(first.x - SPOT / 2, first.y, SPOT, SPOT);
        return true;
    }

    private static Rectangle wholeScreen() {
        return new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    }

    private List<Point> greensIn(Rectangle part) {
        BufferedImage picture = robot.createScreenCapture(part);
        int[] pixels = picture.getRGB(0, 0, part.width, part.height, null, 0, part.width);
        List<Point> greens = new ArrayList<>();
        for (int i = 0; i < pixels.length; i++) {
            if (GREENS.contains(pixels[i] & 0xffffff)) {
                greens.add(new Point(part.x + i % part.width, part.y + i / part.width));
            }
        }
        return greens;
    }
}
