package ringside.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.wire.ExchangeSeal;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;
import ringside.wire.MessageSeal;

/** Detects whether a taken port is held by a living peer with the same id (SPEC 7.4). */
final class DuplicateIdProbe implements PeerSockets.Holder {

    /** Time limit for the whole answer of the port's holder, in ms. */
    private static final int PATIENCE_MS = 500;

    private final PeerId self;
    private final Addresses addresses;
    private final MessageSeal seal;

    DuplicateIdProbe(PeerId self, Addresses addresses, MessageSeal seal) {
        this.self = self;
        this.addresses = addresses;
        this.seal = seal;
    }

    @Override
    public boolean isAlivePeer() {
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.connect(addresses.of(self), PATIENCE_MS);
            return ask(socket) instanceof Message.Neighbours;
        } catch (IOException | MalformedMessageException e) {
            return false;
        }
    }

    private Message.Reply ask(Socket socket) throws IOException, MalformedMessageException {
        ExchangeSeal exchange = seal.connecting(self);
        Received received = new Received(socket);
        while (!exchange.takeChallenge(received.bytes)) {
            received.more();
        }
        ByteBuffer question = FrameCodec.encode(new Message.NeighboursWanted(self), exchange);
        byte[] bytes = new byte[question.remaining()];
        question.get(bytes);
        socket.getOutputStream().write(bytes);
        Message.Reply reply = FrameCodec.decodeReply(received.bytes, exchange);
        while (reply == null) {
            received.more();
            reply = FrameCodec.decodeReply(received.bytes, exchange);
        }
        return reply;
    }

    /**
     * What the holder has sent, within one deadline for the whole, because the holder may send
     * single bytes for ever.
     */
    private static final class Received {

        private static final int CAPACITY = 2 * FrameCodec.MAX_BYTES;

        private final Socket socket;
        private final InputStream in;
        private final long deadline =
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).limit(0);

        Received(Socket socket) throws IOException {
            this.socket = socket;
            in = socket.getInputStream();
        }

        void more() throws IOException, MalformedMessageException {
            socket.setSoTimeout(millisTo(deadline));
            int end = bytes.limit();
            int count = in.read(bytes.array(), end, CAPACITY - end);
            if (count < 0) {
                throw new MalformedMessageException("half a reply");
            }
            bytes.limit(end + count);
        }
    }

    private static int millisTo(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("no whole answer in time");
        }
        return (int) left;
    }
}
