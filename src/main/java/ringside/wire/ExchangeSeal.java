package ringside.wire;

import java.nio.ByteBuffer;

/**
 * The seals of one TCP connection, at one end of it: of the question first, and then of the reply.
 * Confined to one thread.
 */
public sealed interface ExchangeSeal permits NoSeal, KeyedExchange {

    /** Returns the number of bytes after each frame. */
    int bytes();

    /** Returns what the listener sends before anything else, ready to be written; may be empty. */
    ByteBuffer challenge();

    /**
     * Takes the listener's challenge from what has come, and moves past it.
     *
     * @return whether the question may be sealed; if not, there was not enough yet
     */
    boolean takeChallenge(ByteBuffer received);

    /** Appends the seal of the next frame, which lies between 0 and the position of the buffer. */
    void seal(ByteBuffer frame);

    /**
     * Returns whether the next frame has the right seal. To be called once a frame.
     *
     * @param received from its position to {@code end} lies the frame, and {@link #bytes} bytes
     *     after it its seal; position and limit are left as they are
     */
    boolean fits(ByteBuffer received, int end);
}
