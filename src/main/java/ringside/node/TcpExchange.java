package ringside.node;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import ringside.peer.Message;
import ringside.status.WireEvent.Passage;
import ringside.wire.ExchangeSeal;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/** A TCP connection that carries one question and one reply, with a deadline. */
abstract sealed class TcpExchange permits OutgoingExchange, IncomingExchange {

    /** The result of handling a ready connection. */
    sealed interface Progress {
        /** The message is not complete yet. */
        record Waiting() implements Progress {}

        /** The other side's question is complete. */
        record Question(Message.Question<?> question) implements Progress {}

        /** The other side's reply is complete. */
        record Reply(Message.Reply reply) implements Progress {}

        /** The other side sent an invalid message; the connection is closed. */
        record Malformed() implements Progress {}

        /** The connection is closed: done, refused, or reset. */
        record Closed() implements Progress {}
    }

    static final Progress WAITING = new Progress.Waiting();
    static final Progress CLOSED = new Progress.Closed();

    /** Initial size of the receive buffer in bytes; nearly every message fits. */
    private static final int FIRST_BUFFER_BYTES = 1_024;

    final SocketChannel channel;
    final ExchangeSeal seal;
    private final long exchange;
    private final long deadlineMicros;
    private final MessageCapture capture;
    private ByteBuffer received = ByteBuffer.allocate(FIRST_BUFFER_BYTES);

    TcpExchange(
            long exchange,
            SocketChannel channel,
            ExchangeSeal seal,
            long deadlineMicros,
            MessageCapture capture) {
        this.exchange = exchange;
        this.channel = channel;
        this.seal = seal;
        this.deadlineMicros = deadlineMicros;
        this.capture = capture;
    }

    long exchange() {
        return exchange;
    }

    boolean isPast(long nowMicros) {
        return nowMicros >= deadlineMicros;
    }

    boolean isClosed() {
        return !channel.isOpen();
    }

    /** Called when the selector reports the connection as ready. */
    final Progress onReady() {
        try {
            Progress progress = proceed();
            if (progress instanceof Progress.Closed) {
                close();
            }
            return progress;
        } catch (MalformedMessageException e) {
            close();
            return new Progress.Malformed();
        } catch (IOException e) {
            close();
            return isWithinFrame() ? new Progress.Malformed() : CLOSED;
        }
    }

    abstract Progress proceed() throws IOException, MalformedMessageException;

    /** Decodes the received bytes; returns null while they are incomplete. */
    abstract @Nullable Progress decode(ByteBuffer bytes) throws MalformedMessageException;

    /**
     * Returns whether the listener's challenge is here, for which it reads unless none is missing.
     *
     * @throws EOFException when the connection ends before
     */
    final boolean readChallenge() throws IOException {
        if (takeChallenge()) {
            return true;
        }
        if (channel.read(received) < 0) {
            throw new EOFException("no challenge");
        }
        return takeChallenge();
    }

    private boolean takeChallenge() {
        received.flip();
        try {
            return seal.takeChallenge(received);
        } finally {
            received.compact();
        }
    }

    /**
     * Reads the available bytes; a frame never exceeds {@link FrameCodec#MAX_BYTES} and its seal.
     */
    final Progress readFrame() throws IOException, MalformedMessageException {
        int count = channel.read(received);
        while (count > 0) {
            Progress progress = decodeReceived();
            if (progress != null) {
                return progress;
            }
            if (!received.hasRemaining()) {
                received = grown(received);
            }
            count = channel.read(received);
        }
        if (count < 0 && isWithinFrame()) {
            captured(Passage.RECEIVED, received.flip());
            throw new MalformedMessageException("a frame that breaks off");
        }
        return count < 0 ? CLOSED : WAITING;
    }

    private @Nullable Progress decodeReceived() throws MalformedMessageException {
        ByteBuffer bytes = received.flip().duplicate();
        try {
            Progress progress = decode(received);
            if (progress != null) {
                captured(Passage.RECEIVED, bytes.limit(received.position() - seal.bytes()));
            }
            return progress;
        } catch (MalformedMessageException e) {
            captured(Passage.RECEIVED, bytes);
            throw e;
        } finally {
            received.compact();
        }
    }

    /** Captures a frame that has been sent whole, without its seal. */
    final void capturedSent(ByteBuffer frame) {
        captured(Passage.SENT, frame.duplicate().position(0).limit(frame.limit() - seal.bytes()));
    }

    /** Captures a frame of this connection, the remaining bytes of a buffer. */
    private void captured(Passage passage, ByteBuffer frame) {
        if (capture.isOn()) {
            Socket socket = channel.socket();
            capture.frame(passage, socket.getLocalPort(), socket.getPort(), frame);
        }
    }

    private boolean isWithinFrame() {
        return received.position() > 0;
    }

    private ByteBuffer grown(ByteBuffer full) {
        int size = Math.min(full.capacity() * 4, FrameCodec.MAX_BYTES + seal.bytes());
        return ByteBuffer.allocate(size).put(full.flip());
    }

    final void close() {
        try {
            channel.close();
        } catch (IOException e) {
            received.clear();
        }
    }
}
