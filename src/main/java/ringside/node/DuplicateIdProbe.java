package ringside.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/** Detects whether a taken port is held by a living peer with the same id (SPEC 7.4). */
final class DuplicateIdProbe implements PeerSockets.Holder {

    /** Time limit for the whole answer of the port's holder, in ms. */
    private static final int PATIENCE_MS = 500;

    private final PeerId self;
    private final Addresses addresses;

    DuplicateIdProbe(PeerId self, int basePort) {
        this.self = self;
        this.addresses = new Addresses(basePort);
    }

    @Override
    public boolean isAlivePeer() {
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.connect(addresses.of(self), PATIENCE_MS);
            ByteBuffer question = FrameCodec.encode(new Message.NeighboursWanted(self));
            byte[] bytes = new byte[question.remaining()];
            question.get(bytes);
            socket.getOutputStream().write(bytes);
            return readReply(socket) instanceof Message.Neighbours;
        } catch (IOException | MalformedMessageException e) {
            return false;
        }
    }

    /**
     * Reads the reply within one deadline for the whole, because the holder may send single bytes
     * for ever.
     */
    private static Message.Reply readReply(Socket socket)
            throws IOException, MalformedMessageException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        InputStream in = socket.getInputStream();
        byte[] received = new byte[FrameCodec.MAX_BYTES];
        int length = 0;
        Message.@Nullable Reply reply = null;
        while (reply == null) {
            socket.setSoTimeout(millisTo(deadline));
            int count = in.read(received, length, received.length - length);
            if (count < 0) {
                throw new MalformedMessageException("half a reply");
            }
            length += count;
            reply = FrameCodec.decodeReply(ByteBuffer.wrap(received, 0, length));
        }
        return reply;
    }

    private static int millisTo(long deadline) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("no whole answer in time");
        }
        return (int) left;
    }
}
