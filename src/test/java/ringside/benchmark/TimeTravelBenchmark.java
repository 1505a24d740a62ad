package ringside.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import ringside.app.window.ScriptedRing;
import ringside.ladder.LadderRows;
import ringside.ladder.LadderScale;
import ringside.ladder.TransferStory;
import ringside.recording.RecordingReader;
import ringside.recording.RecordingWriter;
import ringside.status.SegmentStep;
import ringside.timeline.History;

/**
 * An hour of a ring of 12 peers: writing and reading its recording, the memory that it takes, jumps
 * anywhere into it; then the rows of a ladder of 100,000 segments. No display. Run by hand.
 */
public final class TimeTravelBenchmark {

    private static final int PEERS = 12;
    private static final int SECONDS = 3_600;
    private static final int JUMPS = 2_000;
    private static final int SEGMENTS = 100_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEBIBYTE = 1 << 20;

    private TimeTravelBenchmark() {}

    /** Measures and prints; with the name of a file it only writes the hour there, for a window. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            write(Path.of(arguments[0]));
            return;
        }
        Path file = Files.createTempFile("hour", ".ringside");
        write(file);
        for (int round = 0; round < 2; round++) {
            travel(file);
        }
        ladder();
        Files.delete(file);
    }

    private static void write(Path file) throws IOException {
        long[] now = {1_000_000};
        int[] ids = IntStream.range(0, PEERS).map(i -> i * 256 / PEERS).toArray();
        ScriptedRing ring = new ScriptedRing(() -> now[0], ids);
        long began = System.nanoTime();
        try (RecordingWriter writer = RecordingWriter.create(file)) {
            for (int second = 0; second < SECONDS; second++) {
                now[0] += 1_000_000;
                ring.drain(
                        entry -> {
                            try {
                                writer.write(entry);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        Integer.MAX_VALUE);
            }
            print("written in %.0f ms, %.1f MiB", millis(began), writer.bytes() / MEBIBYTE);
        }
    }

    private static void travel(Path file) throws IOException {
        long before = usedBytes();
        History history = new History(entry -> {});
        long began = System.nanoTime();
        RecordingReader.read(file, history::add);
        print("%d events read and folded in %.0f ms", history.last(), millis(began));
        print("they take %.0f MiB of heap", (usedBytes() - before) / MEBIBYTE);
        Random random = new Random(1);
        double[] jumps = new double[JUMPS];
        for (int i = 0; i < JUMPS; i++) {
            int to = random.nextInt(history.last() + 1);
            long jumped = System.nanoTime();
            history.stateAt(to);
            jumps[i] = millis(jumped);
        }
        Arrays.sort(jumps);
        print(
                "a jump anywhere: median %.2f ms, 99 %% %.2f ms, longest %.2f ms",
                jumps[JUMPS / 2], jumps[JUMPS * 99 / 100], jumps[JUMPS - 1]);
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void ladder() {
        for (int round = 0; round < 3; round++) {
            TransferStory exchange = new TransferStory();
            long began = System.nanoTime();
            for (int i = 0; i < SEGMENTS; i++) {
                if (i % 10 == 0) {
                    exchange.lost(i);
                } else {
                    exchange.step(SegmentStep.SENT, TransferStory.sequence(i)).finish(i);
                }
            }
            double added = millis(began);
            began = System.nanoTime();
            var rows = LadderRows.of(exchange.trace(), exchange.atMicros(), Set.of());
            var scale = LadderScale.of(rows, exchange.atMicros());
            print(
                    "ladder of %d segments: added in %.0f ms, %d rows of %.0f pixels in %.0f ms",
                    SEGMENTS, added, rows.size(), scale.height(), millis(began));
        }
    }

    private static double millis(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / NANOS_PER_MILLI;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void print(String pattern, Object... values) {
        System.out.println(String.format(Locale.ROOT, pattern, values));
    }
}
