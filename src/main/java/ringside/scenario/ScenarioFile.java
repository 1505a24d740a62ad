package ringside.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ringside.text.Messages;

/**
 * Reads scenario files in UTF-8, or in UTF-16 if a byte order mark says so. Stateless; any thread
 * may call, and waits for the disk.
 */
public final class ScenarioFile {

    /** Largest file in bytes: about ten thousand lines. A larger one was chosen by mistake. */
    public static final long MOST_BYTES = 1 << 20;

    /** Some editors write this mark before the first line, where it is invisible. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ScenarioFile() {}

    /**
     * Reads a file.
     *
     * @throws ScenarioSyntaxException if the file is too large or not text; the message has the
     *     line of the first wrong byte
     * @throws IOException when it cannot be read
     */
    public static String read(Path file) throws IOException, ScenarioSyntaxException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new ScenarioSyntaxException(
                    file.toString(),
                    1,
                    Messages.SCENARIO.format("file.tooLarge", size, MOST_BYTES));
        }
        return decode(file.toString(), Files.readAllBytes(file));
    }

    static String decode(String name, byte[] bytes) throws ScenarioSyntaxException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = charsetOf(bytes).newDecoder().decode(in).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ScenarioSyntaxException(
                    name, lineAt(bytes, in.position()), Messages.SCENARIO.format("file.badByte"));
        }
    }

    /** Detects the two bytes with which Windows marks UTF-16, which it calls 'Unicode'. */
    private static Charset charsetOf(byte[] bytes) {
        boolean isMarked =
                bytes.length >= 2
                        && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
        return isMarked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int index = 0; index < position; index++) {
            if (bytes[index] == '\n') {
                line++;
            }
        }
        return line;
    }
}
