package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import ringside.peer.Message;
import ringside.wire.ExchangeSeal;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/** An incoming question, and this peer's reply. */
final class IncomingExchange extends TcpExchange {

    private @Nullable ByteBuffer reply;
    private @Nullable SelectionKey key;

    IncomingExchange(
            long exchange,
            SocketChannel channel,
            ExchangeSeal seal,
            long deadlineMicros,
            MessageCapture capture) {
        super(exchange, channel, seal, deadlineMicros, capture);
    }

    /**
     * Sends the challenge, for which a new connection always has room, and waits for the question.
     */
    void start(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.write(seal.challenge());
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Starts writing the reply; the selector drives the rest. */
    void answer(Message.Reply message) {
        reply = FrameCodec.encode(message, seal);
        onReady();
        if (!isClosed() && key != null) {
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    @Override
    Progress proceed() throws IOException, MalformedMessageException {
        ByteBuffer frame = reply;
        if (frame == null) {
            return readFrame();
        }
        channel.write(frame);
        if (frame.hasRemaining()) {
            return WAITING;
        }
        capturedSent(frame);
        return CLOSED;
    }

    @Override
    @Nullable Progress decode(ByteBuffer bytes) throws MalformedMessageException {
        Message.Question<?> question = FrameCodec.decodeQuestion(bytes, seal);
        return question == null ? null : new Progress.Question(question);
    }
}
