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
import ringside.status.WireEvent.Passage;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/** This peer's question to another, and the reply. */
final class OutgoingExchange extends TcpExchange {

    private final ByteBuffer question;
    private final QuestionPurpose<?> purpose;
    private @Nullable SelectionKey key;

    OutgoingExchange(
            long exchange,
            SocketChannel channel,
            ByteBuffer question,
            QuestionPurpose<?> purpose,
            long deadlineMicros,
            MessageCapture capture) {
        super(exchange, channel, deadlineMicros, capture);
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
            write();
        }
    }

    @Override
    Progress proceed() throws IOException, MalformedMessageException {
        if (channel.isConnectionPending() && !channel.finishConnect()) {
            return WAITING;
        }
        if (question.hasRemaining()) {
            write();
            return WAITING;
        }
        return readFrame();
    }

    @Override
    @Nullable Progress decode(ByteBuffer bytes) throws MalformedMessageException {
        Message.Reply reply = FrameCodec.decodeReply(bytes);
        return reply == null ? null : new Progress.Reply(reply);
    }

    private void write() throws IOException {
        channel.write(question);
        if (!question.hasRemaining()) {
            captured(Passage.SENT, question.duplicate().flip());
        }
        Objects.requireNonNull(key, "key of a started exchange")
                .interestOps(
                        question.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }
}
