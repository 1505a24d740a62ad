package ringside.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/** Finds out whether a taken port is held by a living peer of the same id (SPEC 7.4). */
final class Twin implements Ports.Holder {

    /** How long to wait for the answer of whoever is there, in ms. */
    private static final int PATIENCE_MS = 500;

    private final PeerId self;
    private final Addresses addresses;

    Twin(PeerId self, int basePort) {
        this.self = self;
        this.addresses = new Addresses(basePort);
    }

    @Override
    public boolean isAlivePeer() {
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(addresses.of(self), PATIENCE_MS);
            ByteBuffer question = FrameCodec.encode(new Message.NeighboursWanted(self));
            byte[] bytes = new byte[question.remaining()];
            question.get(bytes);
            socket.getOutputStream().write(bytes);
            return readReply(socket.getInputStream()) instanceof Message.Neighbours;
        } catch (IOException | MalformedMessageException e) {
            return false;
        }
    }

    private static Message.Reply readReply(InputStream in)
            throws IOException, MalformedMessageException {
        byte[] frame = in.readNBytes(FrameCodec.MAX_BYTES);
        Message.Reply reply = FrameCodec.decodeReply(ByteBuffer.wrap(frame));
        if (reply == null) {
            throw new MalformedMessageException("half a reply");
        }
        return reply;
    }
}
