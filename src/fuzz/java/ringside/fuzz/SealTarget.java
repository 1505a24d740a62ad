package ringside.fuzz;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Message;
import ringside.ring.PeerId;
import ringside.wire.ExchangeSeal;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;
import ringside.wire.MessageSeal;
import ringside.wire.RingKey;

/** Bytes that come by UDP and TCP to a peer with a key that their sender has not. */
public final class SealTarget {

    private static final PeerId SELF = new PeerId(1);
    private static final PeerId OTHER = new PeerId(2);
    private static final MessageSeal SEAL =
            MessageSeal.keyed(RingKey.parse("0123456789abcdef".repeat(4)), SELF, 0);

    private SealTarget() {}

    /** Opens one datagram, and reads one question and one reply. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Budget.spend(() -> read(bytes));
    }

    private static void read(byte[] bytes) {
        Budget.requireEqual(
                MessageSeal.Verdict.WRONG_TAG, SEAL.open(OTHER, ByteBuffer.wrap(bytes)));
        ExchangeSeal asking = SEAL.connecting(OTHER);
        ByteBuffer received = ByteBuffer.wrap(bytes);
        try {
            if (asking.takeChallenge(received)) {
                var _ = FrameCodec.encode(new Message.NeighboursWanted(SELF), asking);
                requireNone(FrameCodec.decodeReply(received, asking));
            }
            requireNone(FrameCodec.decodeQuestion(ByteBuffer.wrap(bytes), SEAL.accepted()));
        } catch (MalformedMessageException expected) {
            // The one way in which bytes may be wrong.
        }
    }

    private static void requireNone(Message.@Nullable Control message) {
        if (message != null) {
            throw new AssertionError("read without the key: " + message);
        }
    }
}
