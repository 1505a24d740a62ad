package ringside.recording;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.channel.StatusLines;
import ringside.status.StatusEntry;

/**
 * Writes what happens on a ring to a file: a first line that names the format and its version, then
 * one line of {@link StatusLines} an event. For one thread.
 */
public final class RecordingWriter implements AutoCloseable {

    /** The version of the format that is written; a reader knows this one and the earlier ones. */
    public static final int VERSION = 1;

    /** The first line of a recording. */
    public static final String HEADER = "{\"recording\":\"ringside\",\"version\":" + VERSION + "}";

    private final OutputStream out;
    private long bytes;

    private RecordingWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Begins a recording.
     *
     * @param file in place of which it is written; its folder must exist
     * @throws IOException when the file cannot be written
     */
    public static RecordingWriter create(Path file) throws IOException {
        RecordingWriter writer =
                new RecordingWriter(new BufferedOutputStream(Files.newOutputStream(file)));
        writer.line(HEADER);
        writer.flush();
        return writer;
    }

    /** Adds an event. */
    public void write(StatusEntry entry) throws IOException {
        line(StatusLines.write(entry));
    }

    /** How many bytes were written so far. */
    public long bytes() {
        return bytes;
    }

    /** Hands what was written to the system: after that a crash of this program loses nothing. */
    public void flush() throws IOException {
        out.flush();
    }

    /** Writes what is left. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(String text) throws IOException {
        byte[] line = (text + '\n').getBytes(StandardCharsets.UTF_8);
        out.write(line);
        bytes += line.length;
    }
}
