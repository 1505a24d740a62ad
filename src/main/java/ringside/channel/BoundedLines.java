package ringside.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines that nobody can make endless. For one thread. */
public final class BoundedLines {

    /** Bytes taken from the stream at once: what streams are usually buffered with. */
    private static final int BUFFER_BYTES = 1 << 13;

    /** What a decoder puts where the bytes were no UTF-8; somebody may also have written it. */
    private static final char REPLACEMENT = '\ufffd';

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long taken;
    private boolean isWithinLine;
    private boolean isCutOff;

    /** Takes a stream, which whoever opened it closes. */
    public BoundedLines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line in UTF-8 without its end, or null at the end of the stream; a line that the
     * stream's end cuts off does not count.
     *
     * @param maxBytes how long it may be
     * @throws MalformedLineException when it is longer, or no UTF-8
     */
    public @Nullable String next(int maxBytes) throws IOException, MalformedLineException {
        line.reset();
        isWithinLine = true;
        while (from < to || fill()) {
            int end = endOfLine();
            if (line.size() + end - from > maxBytes) {
                throw new MalformedLineException("a line of more than " + maxBytes + " bytes");
            }
            line.write(buffer, from, end - from);
            passTo(end);
            if (!isWithinLine) {
                return decoded();
            }
        }
        isCutOff = line.size() > 0;
        return null;
    }

    /** Goes on after a line that was too long: reads to its end and forgets it. */
    public void skipRest() throws IOException {
        while (isWithinLine && (from < to || fill())) {
            passTo(endOfLine());
        }
        isCutOff = isWithinLine;
    }

    /** Whether the end of the stream came within a line. */
    public boolean isCutOff() {
        return isCutOff;
    }

    /** How many bytes were taken from the stream so far, up to a buffer more than the lines had. */
    public long taken() {
        return taken;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
        taken += to;
        return to > 0;
    }

    /** The place of the next line break in the buffer, or the buffer's end. */
    private int endOfLine() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Goes on behind that place, and behind the line break when there is one. */
    private void passTo(int end) {
        isWithinLine = end == to;
        from = isWithinLine ? to : end + 1;
    }

    private String decoded() throws MalformedLineException {
        String text = line.toString(StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            checkUtf8(line.toByteArray());
        }
        return text;
    }

    private static void checkUtf8(byte[] bytes) throws MalformedLineException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new MalformedLineException("not UTF-8", e);
        }
    }
}
