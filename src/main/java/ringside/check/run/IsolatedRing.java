package ringside.check.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringside.check.Evidence;
import ringside.check.Finding;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;
import ringside.rules.RulesFile;
import ringside.text.Messages;

/**
 * Runs each ring in namespaces of its own (PROGRAMS 5.6): its own loopback and processes, all files
 * read-only but the folder of its peers. All of it ends with the process that is started here.
 * Linux only.
 */
public final class IsolatedRing implements RingRunner {

    /** What a program may write, logs and received files of all peers together. */
    private static final String SPACE = "512m";

    /** As user root of its own namespaces: mounts, and leaves the rest to Java. */
    private static final String SCRIPT =
            """
            echo 20000 40000 > /proc/sys/net/ipv4/ip_local_port_range || exit 97
            mount -o remount,bind,ro=recursive / 2> /dev/null
            mount -o remount,bind,ro / || exit 98
            mount -t tmpfs -o size="$1",mode=755 ringside "$2" || exit 99
            shift 2
            exec "$@"
            """;

    private static final List<String> UNSHARE =
            List.of("unshare", "-Urnpf", "--kill-child", "--mount-proc");

    private static final long TRIAL_S = 20;
    private static final int ERRORS_KEPT = 5;

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

    /** Returns whether this machine lets its user make namespaces, which is tried. */
    public static boolean isPossible() {
        try {
            Path folder = Files.createTempDirectory("ringside-isolation");
            try {
                Process trial =
                        new ProcessBuilder(command(folder, List.of("true")))
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                if (!trial.waitFor(TRIAL_S, TimeUnit.SECONDS)) {
                    trial.destroyForcibly();
                    return false;
                }
                return trial.exitValue() == 0;
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> command(Path folder, List<String> program) {
        List<String> words = new ArrayList<>(UNSHARE);
        words.addAll(List.of("sh", "-c", SCRIPT, "sh", SPACE, folder.toString()));
        words.addAll(program);
        return words;
    }

    @Override
    public RingEnd run(RingOrder order, Consumer<Finding> found)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(order.folder()));
        Process process = new ProcessBuilder(command(folder, inside.apply(folder))).start();
        Deque<String> errors = new ArrayDeque<>();
        Thread reader =
                Thread.ofVirtual()
                        .name("errors of a ring")
                        .start(() -> keepErrors(process, errors));
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            try (OutputStream in = process.getOutputStream()) {
                in.write((ORDERS.write(order) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            RingEnd end = null;
            String text = lines.readLine();
            while (text != null) {
                end = take(text, found, end);
                text = lines.readLine();
            }
            if (end == null) {
                reader.join();
                throw new IOException(
                        Messages.CHECK.format("isolation.ended", String.join(" / ", errors)));
            }
            return end;
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private static @Nullable RingEnd take(
            String text, Consumer<Finding> found, @Nullable RingEnd before) throws IOException {
        try {
            Line line = LINES.read(text);
            if (line.failure() != null) {
                throw new IOException(line.failure());
            }
            if (line.finding() != null) {
                found.accept(line.finding());
            }
            return line.end() == null ? before : line.end();
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
}
