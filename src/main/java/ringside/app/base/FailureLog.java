package ringside.app.base;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the exceptions that nobody expected, on any thread: writes each to the log, and keeps
 * the latest for the window to tell. Any thread may call; no call fails.
 */
public final class FailureLog {

    /** Kinds of failures that are kept apart; a program with more of them is beyond help. */
    private static final int MOST_KINDS = 100;

    /** Two failures of one class from the same innermost frames are of one kind. */
    private static final int FRAMES_COMPARED = 3;

    /** A failure that comes back is logged at its 1st, 10th, 100th time: 60 come a second. */
    private static final long TIMES_BETWEEN_LINES = 10;

    /** The one of this program, to which {@link #install} sends all threads. */
    public static final FailureLog OF_PROGRAM =
            new FailureLog(System.getLogger("ringside"), FailureLog::printBriefly);

    /** How long a terminal that stands still may hold up the one who fails, in ms. */
    private static final long TERMINAL_MS = 1_000;

    private final Logger logger;
    private final Consumer<String> terminal;
    private final Map<Kind, Long> times = new HashMap<>();
    private volatile @Nullable Failure latest;
    private volatile boolean isMuted;

    private record Kind(Class<?> type, List<StackTraceElement> innermost) {

        static Kind of(Throwable thrown) {
            return new Kind(
                    thrown.getClass(),
                    Arrays.stream(thrown.getStackTrace()).limit(FRAMES_COMPARED).toList());
        }
    }

    /**
     * A failure and how often it has come.
     *
     * @param thread the name of the thread that had it last
     * @param times at least 1
     */
    public record Failure(Throwable thrown, String thread, long times) {
        /** Checks the ranges. */
        public Failure {
            requireNonNull(thrown, "thrown");
            requireNonNull(thread, "thread");
            if (times < 1) {
                throw new IllegalArgumentException("times " + times);
            }
        }

        /** One line for the user. */
        public String sentence() {
            return Texts.text(times == 1 ? "failure.once" : "failure.often", name(), times);
        }

        private String name() {
            String message = thrown.getMessage();
            String type = thrown.getClass().getSimpleName();
            return message == null ? type : type + ": " + firstLine(message);
        }

        private static String firstLine(String text) {
            return text.lines().findFirst().orElse("");
        }

        /** All that a report of it needs: the machine, the thread and the stack. */
        public String details() {
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            out.println(sentence());
            out.println(Texts.text("failure.where", thread, machine()));
            thrown.printStackTrace(out);
            return text.toString();
        }
    }

    /**
     * Has collected nothing.
     *
     * @param terminal is given one line when a kind of failure comes for the first time
     */
    public FailureLog(Logger logger, Consumer<String> terminal) {
        this.logger = logger;
        this.terminal = terminal;
    }

    /** The Java and the system that the program runs on. */
    public static String machine() {
        return "Java %s, %s %s %s"
                .formatted(
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"));
    }

    /** Has every thread report here what it does not catch. */
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this::report);
    }

    /** From now on nothing is collected: the program ends, and its parts fall under each other. */
    public void mute() {
        isMuted = true;
    }

    /** Does some work; what it throws is reported instead of thrown. */
    public void guard(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error unexpected) {
            report(Thread.currentThread(), unexpected);
        }
    }

    /** Collects the failure of work whose future nobody asks; for {@code whenComplete}. */
    public void noticeFailure(@Nullable Object result, @Nullable Throwable thrown) {
        if (thrown != null) {
            report(Thread.currentThread(), thrown);
        }
    }

    /** Collects a failure that a thread had. */
    public void report(Thread thread, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        long count = isMuted ? 0 : count(Kind.of(cause));
        if (count > 0) {
            Failure failure = new Failure(cause, thread.getName(), count);
            latest = failure;
            tell(failure);
        }
    }

    /** How often this kind has come, or 0 when there are too many kinds. */
    private synchronized long count(Kind kind) {
        return times.size() < MOST_KINDS || times.containsKey(kind)
                ? times.merge(kind, 1L, Long::sum)
                : 0;
    }

    private void tell(Failure failure) {
        if (!isPowerOfTen(failure.times())) {
            return;
        }
        try {
            logger.log(Logger.Level.ERROR, failure.details());
            if (failure.times() == 1) {
                terminal.accept(Texts.text("failure.terminal", failure.sentence()));
            }
        } catch (RuntimeException | Error noRoom) {
            // A full disk or heap must not make a second failure out of one.
        }
    }

    private static boolean isPowerOfTen(long number) {
        long rest = number;
        while (rest % TIMES_BETWEEN_LINES == 0) {
            rest /= TIMES_BETWEEN_LINES;
        }
        return rest == 1;
    }

    private static void printBriefly(String line) {
        Thread printer =
                Thread.ofPlatform()
                        .daemon()
                        .name("last words")
                        .start(() -> System.err.println(line));
        try {
            printer.join(TERMINAL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last that came; empty while all is well. */
    public Optional<Failure> latest() {
        return Optional.ofNullable(latest);
    }
}
