package ringside.benchmark;

import java.awt.AWTException;
import java.awt.Dimension;
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
 * peers is on it. Needs a display on which nothing else is that green. Arguments: starts, 7 unless
 * told otherwise; options for the window.
 */
public final class StartBenchmark {

    private static final int STARTS = 7;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Time between two looks, in ms: looking all the time would take a core from the program. */
    private static final long LOOK_MS = 40;

    /** Longest wait for a picture, in s. */
    private static final long LIMIT_S = 30;

    /** Longest wait for the end of the peers, in s. */
    private static final long END_LIMIT_S = 30;

    /** The green of a living peer, in the light and in the dark look, as RGB. */
    private static final List<Integer> GREENS = List.of(0x146c42, 0x3fb97a);

    /** The rings round eight peers have some hundreds; a word or an icon has fewer. */
    private static final int LEAST_PIXELS = 400;

    private record Start(double tookMillis, double windowMillis, double peersMillis) {}

    private StartBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] arguments)
            throws AWTException, IOException, InterruptedException {
        int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STARTS;
        List<String> command = new ArrayList<>(List.of("./run-ring.sh"));
        command.addAll(List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
        Robot robot = new Robot();
        List<Start> all = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            all.add(start(command, robot));
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

    private static Start start(List<String> command, Robot robot)
            throws IOException, InterruptedException {
        Path log = Path.of("target", "start-benchmark.log");
        while (isDrawn(robot)) {
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
            while (!isDrawn(robot)) {
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

    private static boolean isDrawn(Robot robot) {
        Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
        BufferedImage screen = robot.createScreenCapture(new Rectangle(size));
        int[] pixels = screen.getRGB(0, 0, size.width, size.height, null, 0, size.width);
        int found = 0;
        for (int pixel : pixels) {
            found += GREENS.contains(pixel & 0xffffff) ? 1 : 0;
        }
        return found > LEAST_PIXELS;
    }
}
