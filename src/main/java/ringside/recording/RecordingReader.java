package ringside.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.channel.BoundedLines;
import ringside.channel.MalformedLineException;
import ringside.channel.StatusLines;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;
import ringside.ring.Circle;
import ringside.status.StatusEntry;
import ringside.text.Messages;

/**
 * Reads a recording. It skips and counts lines that a crash or a bad disk has damaged, so that the
 * rest can be shown. Stateless; any thread may call, and waits for the disk.
 */
public final class RecordingReader {

    private static final int LONGEST_HEADER_BYTES = 1_000;

    /** Lines between two reports of the progress: some hundredths of a second. */
    private static final int LINES_PER_PROGRESS = 5_000;

    /** The first line. */
    private record Header(String recording, int version) {}

    private static final RecordMapper<Header> HEADERS =
            RecordMapper.tolerant(Header.class, Set.of(), Map.of());

    private RecordingReader() {}

    /**
     * The result of reading a recording.
     *
     * @param entries number of events
     * @param damagedLines number of lines in the middle that were not events
     * @param isCutOff whether the file ended within a line, because the writer was killed
     */
    public record Result(long entries, long damagedLines, boolean isCutOff) {}

    /** Receives the progress of reading. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Takes the progress.
         *
         * @param bytes bytes read so far
         * @param totalBytes size of the file at the beginning; it may grow meanwhile
         */
        void report(long bytes, long totalBytes);
    }

    /**
     * Checks that a file is a recording that can be read.
     *
     * @throws UnreadableRecordingException if the file is not a recording, or a newer one than this
     *     program
     * @throws IOException if it cannot be opened
     */
    public static void check(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            checkHeader(file, new BoundedLines(in));
        }
    }

    /**
     * Reads a whole recording.
     *
     * @param receiver receives every event in order, on the calling thread
     * @throws UnreadableRecordingException as {@link #check}
     * @throws IOException if the disk fails
     */
    public static Result read(Path file, Consumer<StatusEntry> receiver) throws IOException {
        return read(file, receiver, (bytes, totalBytes) -> {});
    }

    /**
     * Reads a whole recording and reports the progress regularly and at the end.
     *
     * @param receiver receives every event in order, on the calling thread
     * @param progress receives the progress, on the calling thread too
     * @throws UnreadableRecordingException as {@link #check}
     * @throws IOException if the disk fails
     */
    public static Result read(Path file, Consumer<StatusEntry> receiver, Progress progress)
            throws IOException {
        long totalBytes = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            BoundedLines lines = new BoundedLines(in);
            checkHeader(file, lines);
            Counts counts = new Counts();
            while (counts.takeNext(lines, receiver)) {
                if (counts.lines() % LINES_PER_PROGRESS == 0) {
                    progress.report(lines.taken(), totalBytes);
                }
            }
            progress.report(lines.taken(), totalBytes);
            return new Result(counts.entries, counts.damaged, lines.isCutOff());
        }
    }

    private static final class Counts {

        private long entries;
        private long damaged;

        /** A recording is of one ring: the circle of its first event. */
        private @Nullable Circle circle;

        long lines() {
            return entries + damaged;
        }

        /** Takes one line, valid or not; returns false at the end. */
        boolean takeNext(BoundedLines lines, Consumer<StatusEntry> receiver) throws IOException {
            try {
                String line = nextLine(lines);
                if (line == null) {
                    return false;
                }
                StatusEntry entry = StatusLines.readEntry(line);
                circle = circle == null ? entry.peer().circle() : circle;
                if (entry.peer().circle() == circle) {
                    receiver.accept(entry);
                    entries++;
                } else {
                    damaged++;
                }
            } catch (MalformedLineException e) {
                damaged++;
            }
            return true;
        }
    }

    private static @Nullable String nextLine(BoundedLines lines)
            throws IOException, MalformedLineException {
        try {
            return lines.next(StatusLines.MAX_LINE_BYTES);
        } catch (MalformedLineException e) {
            lines.skipRest();
            throw e;
        }
    }

    private static void checkHeader(Path file, BoundedLines lines) throws IOException {
        int version = version(lines);
        if (version == 0) {
            boolean isEmpty = Files.size(file) == 0;
            throw new UnreadableRecordingException(
                    Messages.RECORDING.format(isEmpty ? "read.empty" : "read.noRecording", file));
        }
        if (version > RecordingWriter.VERSION) {
            throw new UnreadableRecordingException(
                    Messages.RECORDING.format(
                            "read.newer", file, version, RecordingWriter.VERSION));
        }
    }

    /** Returns the version in the first line, 1 or more, or 0 if that line is not a header. */
    private static int version(BoundedLines lines) throws IOException {
        try {
            String line = lines.next(LONGEST_HEADER_BYTES);
            Header header = HEADERS.read(line == null ? "" : line);
            return header.recording().equals("ringside") ? Math.max(0, header.version()) : 0;
        } catch (MalformedLineException | MalformedRecordException e) {
            return 0;
        }
    }
}
