package ringside.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bounded length, so that a stream cannot exhaust the memory. Confined to one
 * thread.
 */
public final class BoundedLines {

    /** Bytes read from the stream at once: the usual buffer size of streams. */
    private static final int BUFFER_BYTES = 1 << 13;

    /** The replacement character of a decoder for invalid UTF-8; valid text may contain it too. */
    private static final char REPLACEMENT = '\ufffd';

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long taken;
    private boolean isWithinLine;
    private boolean isCutOff;

    /** Wraps a stream without taking ownership: the caller closes it. */
    public BoundedLines(InputStream in) {
        this.in = in;
    }

    /**
     * Returns the next UTF-8 line without its end, or null at the end of the stream. A last line
     * without a line break is dropped.
     *
     * @param maxBytes longest permitted line
     * @throws MalformedLineException when the line is longer, or not UTF-8
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

    /** Skips the rest of a line that was too long. */
    public void skipRest() throws IOException {
        while (isWithinLine && (from < to || fill())) {
            passTo(endOfLine());
        }
        isCutOff = isWithinLine;
    }

    /** Returns whether the stream ended within a line. */
    public boolean isCutOff() {
        return isCutOff;
    }

    /**
     * Returns the number of bytes read from the stream so far, up to one buffer more than the lines
     * had.
     */
    public long taken() {
        return taken;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
        taken += to;
        return to > 0;
    }

    /** Returns the index of the next line break in the buffer, or the buffer's end. */
    private int endOfLine() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Continues after an index, and after the line break if there is one. */
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
