package ringside.channel;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines that nobody can make endless. For one thread. */
public final class BoundedLines {

    private final InputStream in;
    private boolean isCutOff;

    /** Takes a stream, which whoever opened it closes. */
    public BoundedLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line in UTF-8 without its end, or null at the end of the stream; a line that the
     * stream's end cuts off does not count.
     *
     * @param maxBytes how long it may be
     * @throws MalformedLineException when it is longer
     */
    public @Nullable String next(int maxBytes) throws IOException, MalformedLineException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                isCutOff = line.size() > 0;
                return null;
            }
            if (line.size() == maxBytes) {
                throw new MalformedLineException("a line of more than " + maxBytes + " bytes");
            }
            line.write(each);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Goes on after a line that was too long: reads to its end and forgets it. */
    public void skipRest() throws IOException {
        int each = in.read();
        while (each >= 0 && each != '\n') {
            each = in.read();
        }
    }

    /** Whether the end of the stream came within a line. */
    public boolean isCutOff() {
        return isCutOff;
    }
}
