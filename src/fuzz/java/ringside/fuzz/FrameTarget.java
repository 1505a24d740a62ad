package ringside.fuzz;

import java.nio.ByteBuffer;
import ringside.peer.Message;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/**
 * Bytes that come by TCP. The same bytes are tried as they are, and as the JSON of a frame, so that
 * the fuzzer need not find the length.
 */
public final class FrameTarget {

    private FrameTarget() {}

    /** Reads one question and one reply. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Budget.spend(() -> read(bytes));
    }

    private static void read(byte[] bytes) {
        ByteBuffer raw = ByteBuffer.wrap(bytes);
        ByteBuffer framed =
                ByteBuffer.allocate(Integer.BYTES + bytes.length)
                        .putInt(bytes.length)
                        .put(bytes)
                        .flip();
        read(FrameCodec::decodeQuestion, raw);
        read(FrameCodec::decodeReply, raw.rewind());
        read(FrameCodec::decodeQuestion, framed);
        read(FrameCodec::decodeReply, framed.rewind());
    }

    private static void read(Decoder decoder, ByteBuffer bytes) {
        int start = bytes.position();
        try {
            Message.Control message = decoder.decode(bytes);
            if (message == null) {
                Budget.requireEqual(start, bytes.position());
                return;
            }
            ByteBuffer written = FrameCodec.encode(message);
            if (written.remaining() <= FrameCodec.MAX_BYTES) {
                Message.Control again = decoder.decode(written);
                Budget.requireEqual(message, again == null ? "half a frame" : again);
            }
        } catch (MalformedMessageException expected) {
            // The one way in which bytes may be wrong.
        }
    }

    /** One of the two directions. */
    @FunctionalInterface
    private interface Decoder {
        Message.@org.jspecify.annotations.Nullable Control decode(ByteBuffer bytes)
                throws MalformedMessageException;
    }
}
