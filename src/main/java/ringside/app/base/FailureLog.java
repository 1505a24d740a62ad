package ringside.app.base;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.supervisor.ActionFailedException;

/**
 * Collects unexpected exceptions from all threads: writes each to the log, and keeps the latest for
 * the window to show. Thread-safe; no call throws.
 */
public final class FailureLog {

    /** Kinds of failures kept apart; a program with more of them is beyond repair. */
    private static final int MOST_KINDS = 100;

    /** Two failures are of one kind if their classes and this many innermost frames are equal. */
    private static final int FRAMES_COMPARED = 3;

    /**
     * A repeated failure is logged the 1st, 10th, 100th time, as a frame may fail 60 times a
     * second.
     */
    private static final long TIMES_BETWEEN_LINES = 10;

    /** The log of this program, to which {@link #install} directs all threads. */
    public static final FailureLog OF_PROGRAM =
            new FailureLog(System.getLogger("ringside"), FailureLog::printBriefly);

    /** How long a blocked terminal may hold up the thread that failed, in ms. */
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
     * A failure and how often it has occurred.
     *
     * @param thread the name of the thread in which it last occurred
     * @param times at least 1
     */
    public record Failure(Throwable thrown, String thread, long times) {
        public Failure {
            if (times < 1) {
                throw new IllegalArgumentException("times " + times);
            }
        }

        /** Returns one line for the user. */
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

        /** Returns what a bug report needs: the machine, the thread and the stack trace. */
        public String details() {
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            out.println(sentence());
            out.println(Texts.text("failure.where", thread, machine()));
            thrown.printStackTrace(out);
            return text.toString();
        }
    }

    /** Creates an empty log; {@code terminal} receives a line at the first failure of a kind. */
    public FailureLog(Logger logger, Consumer<String> terminal) {
        this.logger = logger;
        this.terminal = terminal;
    }

    /** Returns the Java version and the operating system that the program runs on. */
    public static String machine() {
        return "Java %s, %s %s %s"
                .formatted(
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"));
    }

    /** Makes this log the handler of exceptions that no thread catches. */
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this::report);
    }

    /** Stops collecting: while the program ends, its parts fail because others are gone already. */
    public void mute() {
        isMuted = true;
    }

    /** Runs some work and reports what it throws instead of throwing it. */
    public void guard(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error unexpected) {
            report(Thread.currentThread(), unexpected);
        }
    }

    /** Reports the failure of work whose future nobody reads; for {@code whenComplete}. */
    public void noticeFailure(@Nullable Object result, @Nullable Throwable thrown) {
        if (thrown != null) {
            report(Thread.currentThread(), thrown);
        }
    }

    /** Collects an exception that was thrown in a thread. */
    public void report(Thread thread, Throwable thrown) {
        Throwable cause = ActionFailedException.causeOf(thrown);
        long count = isMuted ? 0 : count(Kind.of(cause));
        if (count > 0) {
            Failure failure = new Failure(cause, thread.getName(), count);
            latest = failure;
            tell(failure);
        }
    }

    /** Counts one more of this kind; returns 0 when there are too many kinds. */
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
            // When the disk or the heap is full, reporting must not cause a second failure.
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

    /** Returns the latest failure; empty while there is none. */
    public Optional<Failure> latest() {
        return Optional.ofNullable(latest);
    }
}
