package ringside.benchmark;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import ringside.program.ProgramOutput;
import ringside.program.Terminal;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.transcript.Reading;
import ringside.transcript.SentenceReader;

/**
 * How fast the output of a program in a terminal is read for sentences, beside how fast its bytes
 * alone come out of the terminal.
 */
public final class OutputBenchmark {

    private static final int ROUNDS = 5;
    private static final int LINES = 1_000_000;
    private static final String LINE = "A ping request message was received from Peer 5.";
    private static final double MB = 1e6;

    private OutputBenchmark() {}

    /** Measures and prints; no arguments. */
    public static void main(String[] arguments) throws Exception {
        Rules rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
        for (int round = 0; round < ROUNDS; round++) {
            double bytes = megabytesPerSecond(OutputBenchmark::takeBytes);
            AtomicLong sentences = new AtomicLong();
            double readings = megabytesPerSecond(terminal -> read(terminal, rules, sentences));
            System.out.printf(
                    Locale.ROOT,
                    "bytes %.1f MB/s, sentences %.1f MB/s (%.2f of it), %d of %d read%n",
                    bytes,
                    readings,
                    readings / bytes,
                    sentences.get(),
                    LINES);
        }
    }

    private interface Taker {
        void takeAll(Terminal terminal) throws Exception;
    }

    private static double megabytesPerSecond(Taker taker) throws Exception {
        Terminal terminal =
                Terminal.start(
                        List.of("sh", "-c", "yes '" + LINE + "' | head -n " + LINES),
                        Path.of("").toAbsolutePath(),
                        Map.of("PATH", "/usr/bin:/bin"));
        long began = System.nanoTime();
        taker.takeAll(terminal);
        double seconds = (System.nanoTime() - began) / 1e9;
        terminal.process().waitFor();
        return (double) LINES * (LINE.length() + 2) / MB / seconds;
    }

    private static void takeBytes(Terminal terminal) throws Exception {
        byte[] chunk = new byte[64 * 1024];
        try (InputStream in = terminal.output()) {
            while (in.read(chunk) > 0) {
                // Only their number counts.
            }
        }
    }

    private static void read(Terminal terminal, Rules rules, AtomicLong sentences)
            throws InterruptedException {
        SentenceReader reader = new SentenceReader(rules, new PeerId(8), Set::of);
        new ProgramOutput(terminal, reader)
                .readAll(
                        "output",
                        readings ->
                                sentences.addAndGet(
                                        readings.stream()
                                                .filter(Reading.Sentence.class::isInstance)
                                                .count()));
    }
}
