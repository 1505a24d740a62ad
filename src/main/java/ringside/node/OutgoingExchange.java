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
import ringside.peer.Purpose;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/** A question of ours on its way, and its reply on the way back. */
final class OutgoingExchange extends Exchange {

    private final ByteBuffer question;
    private final Purpose purpose;
    private @Nullable SelectionKey key;

    OutgoingExchange(
            long exchange,
            SocketChannel channel,
            ByteBuffer question,
            Purpose purpose,
            long deadlineMicros) {
        super(exchange, channel, deadlineMicros);
        this.question = question;
        this.purpose = purpose;
    }

    Purpose purpose() {
        return purpose;
    }

    /**
     * Connects. The address is reusable before it does, because the system may lend it the very
     * port of a peer that is not running yet: that peer must be able to bind it all the same.
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
        Objects.requireNonNull(key, "key of a started exchange")
                .interestOps(
                        question.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }
}
