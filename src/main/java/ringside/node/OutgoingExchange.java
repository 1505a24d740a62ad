package ringside.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringside.peer.Message;
import ringside.peer.QuestionPurpose;
import ringside.wire.ExchangeSeal;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/** This peer's question to another, and the reply. */
final class OutgoingExchange extends TcpExchange {

    private final Message.Question<?> question;
    private final QuestionPurpose<?> purpose;

    /** The question as it is sent, once the listener has sent its challenge. */
    private @Nullable ByteBuffer frame;

    private @Nullable SelectionKey key;

    OutgoingExchange(
            long exchange,
            SocketChannel channel,
            ExchangeSeal seal,
            Message.Question<?> question,
            QuestionPurpose<?> purpose,
            long deadlineMicros,
            MessageCapture capture) {
        super(exchange, channel, seal, deadlineMicros, capture);
        this.question = question;
        this.purpose = purpose;
    }

    QuestionPurpose<?> purpose() {
        return purpose;
    }

    /**
     * Connects. Makes the local address reusable first, because the system may assign the port of a
     * peer that is not running yet, and that peer must still be able to bind it.
     */
    void start(Selector selector, InetSocketAddress to) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        if (channel.connect(to)) {
            ask();
        }
    }

    @Override
    Progress proceed() throws IOException, MalformedMessageException {
        if (channel.isConnectionPending() && !channel.finishConnect()) {
            return WAITING;
        }
        if (frame == null || frame.hasRemaining()) {
            return ask();
        }
        return readFrame();
    }

    @Override
    @Nullable Progress decode(ByteBuffer bytes) throws MalformedMessageException {
        Message.Reply reply = FrameCodec.decodeReply(bytes, seal);
        return reply == null ? null : new Progress.Reply(reply);
    }

    /** Writes as much of the question as fits, as soon as the challenge has come. */
    private Progress ask() throws IOException {
        ByteBuffer asked = frame;
        if (asked == null) {
            if (!readChallenge()) {
                return waitFor(SelectionKey.OP_READ);
            }
            asked = FrameCodec.encode(question, seal);
            frame = asked;
        }
        channel.write(asked);
        if (asked.hasRemaining()) {
            return waitFor(SelectionKey.OP_WRITE);
        }
        capturedSent(asked);
        return waitFor(SelectionKey.OP_READ);
    }

    private Progress waitFor(int operation) {
        Objects.requireNonNull(key, "key of a started exchange").interestOps(operation);
        return WAITING;
    }
}
