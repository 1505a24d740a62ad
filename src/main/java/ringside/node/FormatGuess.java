package ringside.node;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import ringside.status.DatagramFormat;
import ringside.wire.DatagramCodec;
import ringside.wire.MalformedMessageException;
import ringside.wire.MessageSeal;

/**
 * Guesses from its bytes which program may have written a datagram (PROGRAMS 3.4). For one
 * datagram.
 */
final class FormatGuess {

    /** The beginning that is looked at; a datagram that goes on is judged by it. */
    private static final int LOOKED_AT = 4_096;

    private static final int PICKLE_PROTOCOL = 0x80;

    /** Protocols with that beginning; the two before it write no number. */
    private static final int FIRST_PROTOCOL = 2;

    private static final int LAST_PROTOCOL = 5;
    private static final int JAVA_STREAM = 0xACED_0005;

    private final ByteBuffer bytes;
    private final boolean isWhole;

    private FormatGuess(ByteBuffer datagram) {
        isWhole = datagram.remaining() <= LOOKED_AT;
        bytes = datagram.slice();
        bytes.limit(Math.min(LOOKED_AT, bytes.limit()));
    }

    /** Guesses from all remaining bytes, and leaves the buffer as it is. */
    static DatagramFormat of(ByteBuffer datagram) {
        return isMessage(datagram) ? DatagramFormat.OTHER_KEY : new FormatGuess(datagram).format();
    }

    /** Returns whether all remaining bytes are a message of a peer, with a seal or without. */
    static boolean isMessage(ByteBuffer datagram) {
        int unsealed = datagram.remaining() - MessageSeal.keyedBytes(datagram);
        return canBeDecoded(datagram.duplicate())
                || (unsealed > 0 && canBeDecoded(datagram.slice(datagram.position(), unsealed)));
    }

    private static boolean canBeDecoded(ByteBuffer datagram) {
        try {
            DatagramCodec.decode(datagram);
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private DatagramFormat format() {
        if (bytes.limit() >= Integer.BYTES && bytes.getInt(0) == JAVA_STREAM) {
            return DatagramFormat.JAVA_SERIALIZATION;
        }
        if (isPickle()) {
            return DatagramFormat.PICKLE;
        }
        String text = text();
        if (text.isEmpty()) {
            return DatagramFormat.UNKNOWN;
        }
        return isBetween(text, "{", "}") || isBetween(text, "[", "]")
                ? DatagramFormat.JSON
                : DatagramFormat.TEXT;
    }

    private boolean isPickle() {
        return bytes.limit() >= 2
                && Byte.toUnsignedInt(bytes.get(0)) == PICKLE_PROTOCOL
                && bytes.get(1) >= FIRST_PROTOCOL
                && bytes.get(1) <= LAST_PROTOCOL;
    }

    private boolean isBetween(String text, String begin, String end) {
        return text.startsWith(begin) && (!isWhole || text.endsWith(end));
    }

    /** Returns the bytes as text, without NULs and blanks at the ends; empty if they are none. */
    private String text() {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(LOOKED_AT);
        if (decoder.decode(bytes, text, isWhole).isError()) {
            return "";
        }
        String read = text.flip().toString().replaceFirst("\0+$", "");
        return read.chars().anyMatch(FormatGuess::isControl) ? "" : read.strip();
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character);
    }
}
