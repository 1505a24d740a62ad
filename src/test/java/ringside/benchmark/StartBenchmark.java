package ringside.benchmark;

import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * From {@code ./run-ring.sh} to the first drawn ring: starts the program as a user does, and looks
 * at the screen until the green of living peers is on it. Needs a display on which nothing else is
 * that green. Arguments: starts, 7 unless told otherwise; options for the window.
 */
public final class StartBenchmark {

    private static final int STARTS = 7;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Longest wait for a picture, in s. */
    private static final long LIMIT_S = 30;

    /** Longest wait for the end of the peers, in s. */
    private static final long END_LIMIT_S = 30;

    /** The green of a living peer, in the light and in the dark look, as RGB. */
    private static final List<Integer> GREENS = List.of(0x146c42, 0x3fb97a);

    /** The rings round eight peers have some hundreds; a word or an icon has fewer. */
    private static final int LEAST_PIXELS = 400;

    private StartBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] arguments)
            throws AWTException, IOException, InterruptedException {
        int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STARTS;
        List<String> command = new ArrayList<>(List.of("./run-ring.sh"));
        command.addAll(List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
        Robot robot = new Robot();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            millis.add(start(command, robot));
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%d starts until a ring is drawn: shortest %.0f ms, median %.0f ms, longest %.0f ms%n",
                starts,
                millis.getFirst(),
                millis.get(starts / 2),
                millis.getLast());
    }

    private static double start(List<String> command, Robot robot)
            throws IOException, InterruptedException {
        Path log = Path.of("target", "start-benchmark.log");
        while (isDrawn(robot)) {
            // The window before is still on the screen.
            Thread.onSpinWait();
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
            }
            return (System.nanoTime() - began) / NANOS_PER_MILLI;
        } finally {
            program.destroy();
            program.waitFor(END_LIMIT_S, TimeUnit.SECONDS);
        }
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
