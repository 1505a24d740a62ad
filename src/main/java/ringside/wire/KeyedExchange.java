package ringside.wire;

import java.nio.ByteBuffer;
import ringside.ring.PeerId;

/**
 * The tags of one connection. That of the question covers the listener's id and the challenge that
 * the listener has made for this connection; that of the reply covers the tag of the question. So a
 * frame is of use on one connection only, in one direction.
 */
final class KeyedExchange implements ExchangeSeal {

    /** Length of the challenge in bytes: none comes twice. */
    static final int CHALLENGE_BYTES = 16;

    private static final byte QUESTION = 'Q';
    private static final byte REPLY = 'R';

    private final Tag tag;
    private final PeerId listener;
    private byte[] challenge = {};
    private byte[] context = {};

    KeyedExchange(Tag tag, PeerId listener) {
        this.tag = tag;
        this.listener = listener;
    }

    void setChallenge(byte[] made) {
        challenge = made;
        context =
                ByteBuffer.allocate(2 + CHALLENGE_BYTES)
                        .put(QUESTION)
                        .put((byte) listener.value())
                        .put(made)
                        .array();
    }

    @Override
    public int bytes() {
        return Tag.BYTES;
    }

    @Override
    public ByteBuffer challenge() {
        return ByteBuffer.wrap(challenge);
    }

    @Override
    public boolean takeChallenge(ByteBuffer received) {
        if (received.remaining() < CHALLENGE_BYTES) {
            return false;
        }
        byte[] made = new byte[CHALLENGE_BYTES];
        received.get(made);
        setChallenge(made);
        return true;
    }

    @Override
    public void seal(ByteBuffer frame) {
        tag.append(context, frame, 0);
        expectReply();
    }

    @Override
    public boolean fits(ByteBuffer received, int end) {
        boolean fits = tag.fits(context, received, end);
        expectReply();
        return fits;
    }

    private void expectReply() {
        context = ByteBuffer.allocate(1 + Tag.BYTES).put(REPLY).put(tag.last()).array();
    }
}
