package ringside.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Message;

/**
 * TCP frames: the length of the JSON in bytes as an unsigned 32-bit integer in network byte order,
 * then the JSON. A connection carries one question one way and one reply the other. Stateless.
 */
public final class FrameCodec {

    /** Largest frame, length field included, in bytes (SPEC 10.1). */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int LENGTH_BYTES = 4;

    private FrameCodec() {}

    /** The bytes of a question or a reply, ready to be written. */
    public static ByteBuffer encode(Message message) {
        byte[] json = ControlCodec.encode(message);
        ByteBuffer frame = ByteBuffer.allocate(LENGTH_BYTES + json.length);
        return frame.putInt(json.length).put(json).flip();
    }

    /**
     * Reads a question from the start of a buffer that is ready for reading, and moves past it.
     *
     * @return null while the frame is not complete; then the buffer is left as it was
     * @throws MalformedMessageException when this never becomes a question
     */
    public static Message.@Nullable Question decodeQuestion(ByteBuffer received)
            throws MalformedMessageException {
        ByteBuffer json = completeFrame(received);
        if (json == null) {
            return null;
        }
        if (ControlCodec.decode(json) instanceof Message.Question question) {
            return question;
        }
        throw new MalformedMessageException("this message opens no exchange");
    }

    /**
     * Reads a reply; the mirror of {@link #decodeQuestion}.
     *
     * @return null while the frame is not complete
     * @throws MalformedMessageException when this never becomes a reply
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
