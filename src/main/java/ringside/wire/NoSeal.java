package ringside.wire;

import java.nio.ByteBuffer;
import ringside.ring.PeerId;

/** Messages as they are: on a ring without a key. Stateless. */
final class NoSeal implements MessageSeal, ExchangeSeal {

    @Override
    public int segmentBytes() {
        return 0;
    }

    @Override
    public void seal(PeerId to, ByteBuffer buffer, int start) {}

    @Override
    public void sealSegments(PeerId to, ByteBuffer sent, int pieceBytes) {}

    @Override
    public Verdict open(PeerId from, ByteBuffer datagram) {
        return Verdict.GENUINE;
    }

    @Override
    public ExchangeSeal accepted() {
        return this;
    }

    @Override
    public ExchangeSeal connecting(PeerId to) {
        return this;
    }

    @Override
    public int bytes() {
        return 0;
    }

    @Override
    public ByteBuffer challenge() {
        return ByteBuffer.allocate(0);
    }

    @Override
    public boolean takeChallenge(ByteBuffer received) {
        return true;
    }

    @Override
    public void seal(ByteBuffer frame) {}

    @Override
    public boolean fits(ByteBuffer received, int end) {
        return true;
    }
}
