package ringside.recording;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.channel.BoundedLines;
import ringside.channel.MalformedLineException;
import ringside.channel.StatusLines;
import ringside.status.StatusEntry;

/**
 * Reads a recording. What a crash or a bad disk has damaged is passed by and counted, so that the
 * rest can be looked at. Stateless; any thread may call, and waits for the disk.
 */
public final class RecordingReader {

    private static final int LONGEST_HEADER_BYTES = 1_000;

    private RecordingReader() {}

    /**
     * What was read.
     *
     * @param entries how many events
     * @param damagedLines lines in the middle that were no event
     * @param isCutOff whether the end of the file came within a line: the writer was killed
     */
    public record Result(long entries, long damagedLines, boolean isCutOff) {}

    /**
     * Looks whether a file can be read at all.
     *
     * @throws UnreadableRecordingException when it is no recording, or a newer one than this program
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
        try (InputStream in = Files.newInputStream(file)) {
            BoundedLines lines = new BoundedLines(in);
            checkHeader(file, lines);
            long entries = 0;
            long damaged = 0;
            while (true) {
                try {
                    String line = nextLine(lines);
                    if (line == null) {
                        return new Result(entries, damaged, lines.isCutOff());
                    }
                    receiver.accept(StatusLines.readEntry(line));
                    entries++;
                } catch (MalformedLineException e) {
                    damaged++;
                }
            }
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
            throw new UnreadableRecordingException(
                    file + " is no recording of Ringside: its first line says something else.");
        }
        if (version > RecordingWriter.VERSION) {
            throw new UnreadableRecordingException(
                    file + " was recorded by a newer Ringside (format " + version
                            + ", this one reads up to " + RecordingWriter.VERSION
                            + "): open it with that.");
        }
    }

    /** The version that the first line names, 1 or more, or 0 when it is no header. */
    private static int version(BoundedLines lines) throws IOException {
        try {
            String header = lines.next(LONGEST_HEADER_BYTES);
            if (header == null || !(JsonParser.parseString(header) instanceof JsonObject fields)) {
                return 0;
            }
            JsonElement format = fields.get("recording");
            JsonElement version = fields.get("version");
            boolean named =
                    format != null && version != null && format.getAsString().equals("ringside");
            return named ? Math.max(0, version.getAsInt()) : 0;
        } catch (MalformedLineException
                | JsonParseException
                | NumberFormatException
                | UnsupportedOperationException
                | IllegalStateException e) {
            return 0;
        }
    }
}
