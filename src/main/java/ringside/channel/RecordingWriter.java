package ringside.channel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.status.StatusEntry;

/**
 * Writes what happens on a ring to a file: a first line that names the format and its version, then
 * one line of {@link StatusLines} an event. For one thread.
 */
public final class RecordingWriter implements AutoCloseable {

    /** The first line of a recording. */
    public static final String HEADER = "{\"recording\":\"ringside\",\"version\":1}";

    private final BufferedWriter out;

    private RecordingWriter(BufferedWriter out) {
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
                new RecordingWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        writer.line(HEADER);
        return writer;
    }

    /** Adds an event. */
    public void write(StatusEntry entry) throws IOException {
        line(StatusLines.write(entry));
    }

    /** Writes what is left. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
