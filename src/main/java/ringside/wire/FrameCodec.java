package ringside.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Message;

/**
 * Encodes TCP frames: the length of the JSON in bytes as an unsigned 32-bit integer in network byte
 * order, followed by the JSON and the seal of the connection. A connection carries one question one
 * way and one reply the other. Stateless.
 */
public final class FrameCodec {

    /** Largest frame in bytes, including the length field (SPEC 10.1). */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int LENGTH_BYTES = 4;
    private static final ExchangeSeal UNSEALED = new NoSeal();

    private FrameCodec() {}

    /** Encodes a question or a reply without a seal; returns a buffer ready to be written. */
    public static ByteBuffer encode(Message.Control message) {
        return encode(message, UNSEALED);
    }

    /** Encodes the next question or reply of a connection; returns a buffer ready to be written. */
    public static ByteBuffer encode(Message.Control message, ExchangeSeal seal) {
        byte[] json = ControlCodec.encode(message);
        ByteBuffer frame = ByteBuffer.allocate(LENGTH_BYTES + json.length + seal.bytes());
        frame.putInt(json.length).put(json);
        seal.seal(frame);
        return frame.flip();
    }

    /** Decodes a question without a seal, as {@link #decodeQuestion(ByteBuffer, ExchangeSeal)}. */
    public static Message.@Nullable Question<?> decodeQuestion(ByteBuffer received)
            throws MalformedMessageException {
        return decodeQuestion(received, UNSEALED);
    }

    /**
     * Decodes a question from the start of a buffer that is ready for reading, and moves past it
     * and its seal.
     *
     * @return null while the frame is incomplete; then the buffer is unchanged
     * @throws MalformedMessageException when the bytes can never become a question
     */
    public static Message.@Nullable Question<?> decodeQuestion(
            ByteBuffer received, ExchangeSeal seal) throws MalformedMessageException {
        ByteBuffer json = completeFrame(received, seal);
        if (json == null) {
            return null;
        }
        if (ControlCodec.decode(json) instanceof Message.Question<?> question) {
            return question;
        }
        throw new MalformedMessageException("this message opens no exchange");
    }

    /** Decodes a reply without a seal, as {@link #decodeReply(ByteBuffer, ExchangeSeal)}. */
    public static Message.@Nullable Reply decodeReply(ByteBuffer received)
            throws MalformedMessageException {
        return decodeReply(received, UNSEALED);
    }

    /**
     * Decodes a reply; the mirror of {@link #decodeQuestion(ByteBuffer, ExchangeSeal)}.
     *
     * @return null while the frame is incomplete
     * @throws MalformedMessageException when the bytes can never become a reply
     */
    public static Message.@Nullable Reply decodeReply(ByteBuffer received, ExchangeSeal seal)
            throws MalformedMessageException {
        ByteBuffer json = completeFrame(received, seal);
        if (json == null) {
            return null;
        }
        if (ControlCodec.decode(json) instanceof Message.Reply reply) {
            return reply;
        }
        throw new MalformedMessageException("this message closes no exchange");
    }

    /** What has no right seal is not even parsed. */
    private static @Nullable ByteBuffer completeFrame(ByteBuffer received, ExchangeSeal seal)
            throws MalformedMessageException {
        if (received.remaining() < LENGTH_BYTES) {
            return null;
        }
        int start = received.position();
        int length = received.getInt(start);
        if (length < 1 || length > MAX_BYTES - LENGTH_BYTES) {
            throw new MalformedMessageException("a frame of " + length + " bytes");
        }
        int frameBytes = LENGTH_BYTES + length;
        if (received.remaining() < frameBytes + seal.bytes()) {
            return null;
        }
        if (!seal.fits(received, start + frameBytes)) {
            throw new MalformedMessageException("a tag that does not fit");
        }
        ByteBuffer json = received.slice(start + LENGTH_BYTES, length);
        received.position(start + frameBytes + seal.bytes());
        return json;
    }
}
