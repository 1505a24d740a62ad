package ringside.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Message;

/**
 * Encodes TCP frames: the length of the JSON in bytes as an unsigned 32-bit integer in network byte
 * order, followed by the JSON. A connection carries one question one way and one reply the other.
 * Stateless.
 */
public final class FrameCodec {

    /** Largest frame in bytes, including the length field (SPEC 10.1). */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int LENGTH_BYTES = 4;

    private FrameCodec() {}

    /** Encodes a question or a reply; returns a buffer ready to be written. */
    public static ByteBuffer encode(Message.Control message) {
        byte[] json = ControlCodec.encode(message);
        ByteBuffer frame = ByteBuffer.allocate(LENGTH_BYTES + json.length);
        return frame.putInt(json.length).put(json).flip();
    }

    /**
     * Decodes a question from the start of a buffer that is ready for reading, and moves past it.
     *
     * @return null while the frame is incomplete; then the buffer is unchanged
     * @throws MalformedMessageException when the bytes can never become a question
     */
    public static Message.@Nullable Question<?> decodeQuestion(ByteBuffer received)
            throws MalformedMessageException {
        ByteBuffer json = completeFrame(received);
        if (json == null) {
            return null;
        }
        if (ControlCodec.decode(json) instanceof Message.Question<?> question) {
            return question;
        }
        throw new MalformedMessageException("this message opens no exchange");
    }

    /**
     * Decodes a reply; the mirror of {@link #decodeQuestion}.
     *
     * @return null while the frame is incomplete
     * @throws MalformedMessageException when the bytes can never become a reply
     */
    public static Message.@Nullable Reply decodeReply(ByteBuffer received)
            throws MalformedMessageException {
        ByteBuffer json = completeFrame(received);
        if (json == null) {
            return null;
        }
        if (ControlCodec.decode(json) instanceof Message.Reply reply) {
            return reply;
        }
        throw new MalformedMessageException("this message closes no exchange");
    }

    private static @Nullable ByteBuffer completeFrame(ByteBuffer received)
            throws MalformedMessageException {
        if (received.remaining() < LENGTH_BYTES) {
            return null;
        }
        int length = received.getInt(received.position());
        if (length < 1 || length > MAX_BYTES - LENGTH_BYTES) {
            throw new MalformedMessageException("a frame of " + length + " bytes");
        }
        if (received.remaining() < LENGTH_BYTES + length) {
            return null;
        }
        ByteBuffer json = received.slice(received.position() + LENGTH_BYTES, length);
        received.position(received.position() + LENGTH_BYTES + length);
        return json;
    }
}
