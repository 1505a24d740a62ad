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
 * Writes the events of a ring to a file: a first line with the format and its version, then one
 * line of {@link StatusLines} per event. For one thread.
 */
public final class RecordingWriter implements AutoCloseable {

    /** The version of the format written; the reader knows this and all earlier ones. */
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
     * @param file the file to write or replace; its folder must exist
     * @throws IOException when the file cannot be written
     */
    public static RecordingWriter create(Path file) throws IOException {
        RecordingWriter writer =
                new RecordingWriter(new BufferedOutputStream(Files.newOutputStream(file)));
        writer.line(HEADER);
        writer.flush();
        return writer;
    }

    /**
     * Adds an event as a line.
     *
     * @throws IOException when the disk takes no more
     */
    public void write(StatusEntry entry) throws IOException {
        line(StatusLines.write(entry));
    }

    /** Returns the number of bytes written so far. */
    public long bytes() {
        return bytes;
    }

    /**
     * Passes all written bytes to the system, so that a crash of this program loses nothing.
     *
     * @throws IOException when the disk takes no more
     */
    public void flush() throws IOException {
        out.flush();
    }

    /**
     * Writes the buffered bytes and closes the file.
     *
     * @throws IOException when the disk takes no more; the file is closed nevertheless
     */
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
