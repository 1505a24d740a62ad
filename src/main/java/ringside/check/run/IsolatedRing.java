package ringside.check.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringside.check.Evidence;
import ringside.check.Finding;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;
import ringside.program.Namespaces;
import ringside.program.NativeSockets;
import ringside.rules.RulesFile;
import ringside.supervisor.AtExit;
import ringside.text.Messages;

/** Runs each ring in namespaces of its own (PROGRAMS 5.6). Linux only. */
public final class IsolatedRing implements RingRunner {

    private static final int ERRORS_KEPT = 5;
    private static final long END_S = 10;

    private static final RecordMapper<RingOrder> ORDERS =
            RecordMapper.strict(RingOrder.class, RulesFile.OPTIONAL, Map.of());
    private static final RecordMapper<Line> LINES =
            RecordMapper.strict(Line.class, Set.of("finding", "end", "failure"), Map.of());

    private final Function<Path, List<String>> inside;

    /** What the process inside writes, one a line: exactly one of the three is there. */
    private record Line(
            @Nullable Finding finding, @Nullable RingEnd end, @Nullable String failure) {}

    /**
     * Creates a runner.
     *
     * @param inside the command of this program that calls {@link #runInside}, by the only folder
     *     into which it can write
     */
    public IsolatedRing(Function<Path, List<String>> inside) {
        this.inside = inside;
    }

    @Override
    public RingEnd run(RingOrder order, Consumer<Finding> found)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(order.folder()));
        Process process =
                new ProcessBuilder(
                                Namespaces.around(
                                        folder,
                                        Namespaces.Writable.IN_MEMORY,
                                        inside.apply(folder)))
                        .start();
        AtExit atExit = AtExit.run("end of a ring", process::destroyForcibly);
        Deque<String> errors = new ArrayDeque<>();
        Thread reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("ring errors")
                        .start(() -> keepErrors(process, errors));
        // The ring ends when its input does: also when this process is killed.
        try (OutputStream in = process.getOutputStream();
                BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            in.write((ORDERS.write(order) + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            RingEnd end = null;
            String text = lines.readLine();
            while (text != null && end == null) {
                end = take(text, found);
                text = end == null ? lines.readLine() : text;
            }
            if (end == null) {
                reader.join();
                throw new IOException(
                        Messages.CHECK.format("isolation.ended", String.join(" / ", errors)));
            }
            return end;
        } finally {
            endAll(process);
            atExit.remove();
        }
    }

    /** Returns when the namespaces are gone: their processes end a little after their first one. */
    private static void endAll(Process process) throws InterruptedException {
        List<ProcessHandle> inside = process.descendants().toList();
        process.destroyForcibly();
        process.waitFor();
        try {
            CompletableFuture.allOf(
                            inside.stream()
                                    .map(ProcessHandle::onExit)
                                    .toArray(CompletableFuture<?>[]::new))
                    .get(END_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // The kernel has been told to kill them, and is slow.
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes this with a failure", e);
        }
    }

    private static @Nullable RingEnd take(String text, Consumer<Finding> found) throws IOException {
        try {
            Line line = LINES.read(text);
            if (line.failure() != null) {
                throw new IOException(line.failure());
            }
            if (line.finding() != null) {
                found.accept(line.finding());
            }
            return line.end();
        } catch (MalformedRecordException e) {
            throw new IOException(Messages.CHECK.format("isolation.ended", text), e);
        }
    }

    private static void keepErrors(Process process, Deque<String> errors) {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .forEach(line -> {
                        errors.addLast(line);
                        if (errors.size() > ERRORS_KEPT) {
                            errors.removeFirst();
                        }
                    });
        } catch (IOException e) {
            // It has ended.
        }
    }

    /**
     * Runs the ring whose order comes in, inside the namespaces, and writes what is found.
     *
     * @param in one line
     * @param out gets a line for each finding, and one at the end
     */
    public static void runInside(BufferedReader in, Consumer<String> out)
            throws InterruptedException {
        try {
            RingOrder order = ORDERS.read(String.valueOf(in.readLine()));
            Thread.ofPlatform().daemon().name("orders").start(() -> endWith(in));
            ObservationLog log = new ObservationLog();
            NativeSockets.raiseLoopback();
            PacketCapture.begin(log);
            RingEnd end =
                    RingCheck.play(
                            order,
                            Evidence.Wire.SEEN,
                            log,
                            finding -> out.accept(LINES.write(new Line(finding, null, null))));
            out.accept(LINES.write(new Line(null, end, null)));
        } catch (IOException | MalformedRecordException e) {
            out.accept(LINES.write(new Line(null, null, String.valueOf(e.getMessage()))));
        }
    }

    /** The namespaces, and all in them, end with their first process. */
    private static void endWith(BufferedReader in) {
        try {
            while (in.read() >= 0) {
                // Nothing more is ordered.
            }
        } catch (IOException e) {
            // The other side is gone.
        }
        Runtime.getRuntime().halt(1);
    }
}
