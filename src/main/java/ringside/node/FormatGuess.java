package ringside.node;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import ringside.status.DatagramFormat;

/** Guesses from its bytes which program may have written a datagram (PROGRAMS 3.4). Pure. */
final class FormatGuess {

    /** The beginning that is looked at; a datagram that goes on is judged by it. */
    private static final int LOOKED_AT = 4_096;

    private static final int PICKLE_PROTOCOL = 0x80;

    /** Protocols with that beginning; the two before it write no number. */
    private static final int FIRST_PROTOCOL = 2;

    private static final int LAST_PROTOCOL = 5;
    private static final int JAVA_STREAM = 0xACED_0005;

    private FormatGuess() {}

    /** Guesses from all remaining bytes, and leaves the buffer as it is. */
    static DatagramFormat of(ByteBuffer datagram) {
        ByteBuffer bytes = datagram.slice();
        if (bytes.remaining() >= Integer.BYTES && bytes.getInt(0) == JAVA_STREAM) {
            return DatagramFormat.JAVA_SERIALIZATION;
        }
        if (isPickle(bytes)) {
            return DatagramFormat.PICKLE;
        }
        boolean isWhole = bytes.limit() <= LOOKED_AT;
        String text = textOf(bytes, isWhole);
        if (text.isBlank()) {
            return DatagramFormat.UNKNOWN;
        }
        return isJson(text.strip(), isWhole) ? DatagramFormat.JSON : DatagramFormat.TEXT;
    }

    private static boolean isPickle(ByteBuffer bytes) {
        return bytes.remaining() >= 2
                && Byte.toUnsignedInt(bytes.get(0)) == PICKLE_PROTOCOL
                && bytes.get(1) >= FIRST_PROTOCOL
                && bytes.get(1) <= LAST_PROTOCOL;
    }

    private static boolean isJson(String text, boolean isWhole) {
        return (text.startsWith("{") && (!isWhole || text.endsWith("}")))
                || (text.startsWith("[") && (!isWhole || text.endsWith("]")));
    }

    /** Returns the bytes as text, without the NULs at their end; empty if they are none. */
    private static String textOf(ByteBuffer bytes, boolean isWhole) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(LOOKED_AT);
        CoderResult result =
                decoder.decode(bytes.limit(Math.min(LOOKED_AT, bytes.limit())), text, isWhole);
        if (result.isError()) {
            return "";
        }
        String read = text.flip().toString().replaceFirst("\0+$", "");
        return read.chars().anyMatch(FormatGuess::isControl) ? "" : read;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character);
    }
}
