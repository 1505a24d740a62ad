package ringside.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.text.Messages;

/** Explains the end of a peer's process in plain words. Stateless; any thread may call. */
public final class ExitClassifier {

    /** Base of the exit codes of processes ended by a signal; the signal's number is added. */
    private static final int SIGNAL_BASE = 128;

    /** Exit code of a process that was killed: SIGKILL is signal 9. */
    public static final int KILLED = SIGNAL_BASE + 9;

    /** Bytes read from the end of a peer's error output: some lines of a stack trace. */
    private static final int TAIL_BYTES = 4_096;

    /** Maximum number of its last lines to report: the message and where it came from. */
    private static final int TAIL_LINES = 3;

    /** Bundle keys of the sentences for the exit codes of a peer that left. */
    private static final Map<Integer, String> DEPARTURES =
            Map.of(0, "ended.left", 6, "ended.unwatched");

    /** Bundle keys of the sentences for the exit codes of a peer that could not start. */
    private static final Map<Integer, String> REFUSALS =
            Map.of(
                    2, "ended.usage",
                    3, "ended.portTaken",
                    4, "ended.idTaken",
                    5, "ended.noIntroducer");

    /** The beginning of a line of the JVM's log: its time, and a level that is filled up. */
    private static final Pattern JVM_LOG = Pattern.compile("\\[[0-9.]+s]\\[(warning|error) *]");

    private ExitClassifier() {}

    /**
     * Interprets an exit code as defined by {@code ringside.peer.ExitCode}.
     *
     * @param errors the file with the peer's error output
     */
    static ProcessEnded classify(int code, boolean killedByUser, Path errors) {
        return classify(code, killedByUser, () -> lastLines(errors));
    }

    /**
     * Interprets an exit code as defined by {@code ringside.peer.ExitCode}.
     *
     * @param lastLines gives the last lines of the peer's error output, oldest first
     */
    public static ProcessEnded classify(
            int code, boolean killedByUser, Supplier<List<String>> lastLines) {
        if (killedByUser) {
            return new ProcessEnded(
                    ExitKind.KILLED, code, Messages.SUPERVISOR.format("ended.killed"));
        }
        String departure = DEPARTURES.get(code);
        if (departure != null) {
            return new ProcessEnded(ExitKind.QUIT, code, Messages.SUPERVISOR.format(departure));
        }
        String refusal = REFUSALS.get(code);
        if (refusal != null) {
            return refused(code, Messages.SUPERVISOR.format(refusal), lastLines.get());
        }
        String crash =
                code > SIGNAL_BASE
                        ? Messages.SUPERVISOR.format("ended.signal", code - SIGNAL_BASE)
                        : crash(code, lastLines.get());
        return new ProcessEnded(ExitKind.CRASHED, code, crash);
    }

    private static ProcessEnded refused(int code, String otherwise, List<String> lines) {
        String reason = lines.isEmpty() ? otherwise : lines.getFirst();
        return new ProcessEnded(ExitKind.REFUSED, code, reason);
    }

    private static String crash(int code, List<String> lines) {
        if (lines.isEmpty()) {
            return Messages.SUPERVISOR.format("ended.code", code);
        }
        List<String> told = lines.subList(0, Math.min(TAIL_LINES, lines.size()));
        return Messages.SUPERVISOR.format("ended.code.words", code, String.join(" / ", told));
    }

    /** Returns the lines near the end of a file, oldest first; empty if it cannot be read. */
    private static List<String> lastLines(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(0, in.length() - TAIL_BYTES));
            byte[] tail = new byte[(int) (in.length() - in.getFilePointer())];
            in.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !isOfJvm(line))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Returns whether a line comes from the JVM: its notes about an archive that it cannot use or
     * about variables explain nothing.
     */
    private static boolean isOfJvm(String line) {
        return line.startsWith("Picked up ") || JVM_LOG.matcher(line).lookingAt();
    }
}
