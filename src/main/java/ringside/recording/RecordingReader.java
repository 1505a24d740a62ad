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
import ringside.status.StatusEntry;

/**
 * Reads a recording. What a crash or a bad disk has damaged is passed by and counted, so that the
 * rest can be looked at. Stateless; any thread may call, and waits for the disk.
 */
public final class RecordingReader {

    private static final int LONGEST_HEADER_BYTES = 1_000;

    /** Lines between two words on the progress: some hundredths of a second. */
    private static final int LINES_PER_PROGRESS = 5_000;

    /** The first line. */
    private record Header(String recording, int version) {}

    private static final RecordMapper<Header> HEADERS =
            RecordMapper.tolerant(Header.class, Set.of(), Map.of());

    private RecordingReader() {}

    /**
     * The result of reading a recording.
     *
     * @param entries how many events
     * @param damagedLines lines in the middle that were no event
     * @param isCutOff whether the end of the file came within a line: the writer was killed
     */
    public record Result(long entries, long damagedLines, boolean isCutOff) {}

    /** Is told how far the reading is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Takes how far it is.
         *
         * @param bytes read so far
         * @param ofBytes the size that the file had at the beginning; one that is still written to
         *     has more in the end
         */
        void told(long bytes, long ofBytes);
    }

    /**
     * Looks whether a file can be read at all.
     *
     * @throws UnreadableRecordingException when it is no recording, or a newer one than this
     *     program
     * @throws IOException when it cannot be opened
     */
    public static void check(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            checkHeader(file, new BoundedLines(in));
        }
    }

    /**
     * Reads all of it.
     *
     * @param receiver is given every event in its order, on the calling thread
     * @throws UnreadableRecordingException as {@link #check}
     * @throws IOException when the disk fails
     */
    public static Result read(Path file, Consumer<StatusEntry> receiver) throws IOException {
        return read(file, receiver, (bytes, ofBytes) -> {});
    }

    /**
     * Reads all of it and tells how far it is, now and then and at the end.
     *
     * @param receiver is given every event in its order, on the calling thread
     * @param progress is told on the calling thread too
     * @throws UnreadableRecordingException as {@link #check}
     * @throws IOException when the disk fails
     */
    public static Result read(Path file, Consumer<StatusEntry> receiver, Progress progress)
            throws IOException {
        long ofBytes = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            BoundedLines lines = new BoundedLines(in);
            checkHeader(file, lines);
            Counts counts = new Counts();
            while (counts.takeNext(lines, receiver)) {
                if (counts.lines() % LINES_PER_PROGRESS == 0) {
                    progress.told(lines.taken(), ofBytes);
                }
            }
            progress.told(lines.taken(), ofBytes);
            return new Result(counts.entries, counts.damaged, lines.isCutOff());
        }
    }

    private static final class Counts {

        private long entries;
        private long damaged;

        long lines() {
            return entries + damaged;
        }

        /** Takes one line, sound or not; false at the end. */
        boolean takeNext(BoundedLines lines, Consumer<StatusEntry> receiver) throws IOException {
            try {
                String line = nextLine(lines);
                if (line == null) {
                    return false;
                }
                receiver.accept(StatusLines.readEntry(line));
                entries++;
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
                    RecordingMessages.format(isEmpty ? "read.empty" : "read.noRecording", file));
        }
        if (version > RecordingWriter.VERSION) {
            throw new UnreadableRecordingException(
                    RecordingMessages.format("read.newer", file, version, RecordingWriter.VERSION));
        }
    }

    /** The version that the first line names, 1 or more, or 0 when it is no header. */
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
