package ringside.wire;

import java.nio.ByteBuffer;
import ringside.ring.PeerId;

/**
 * What a peer adds to each message, so that its receiver knows that a peer of the same ring sent
 * it, now and to nobody else (SPEC 10.6); nothing on a ring without a key. Confined to one thread.
 */
public sealed interface MessageSeal permits NoSeal, KeyedSeal {

    /** What the receiver of a datagram finds. */
    enum Verdict {
        GENUINE,
        /** The sender has another key or none, or it is a datagram to somebody else. */
        WRONG_TAG,
        /** It has come before, or is too old to tell. */
        REPLAYED
    }

    /** Returns the seal of a ring without a key: messages stay as they are. */
    static MessageSeal none() {
        return new NoSeal();
    }

    /**
     * Returns the seal of a ring with a key.
     *
     * @param startMicros of this process, in microseconds since the Unix epoch: the sequence
     *     numbers of its datagrams begin there, after all of an earlier process of the same peer
     */
    static MessageSeal keyed(RingKey key, PeerId self, long startMicros) {
        return new KeyedSeal(key, self, startMicros);
    }

    /**
     * Returns the number of bytes that the seal of a datagram has on a ring with a key.
     *
     * @param datagram from the position to the limit, with its seal
     */
    static int keyedBytes(ByteBuffer datagram) {
        return DatagramCodec.isSegment(datagram, datagram.position(), datagram.limit())
                ? SegmentSeal.BYTES
                : KeyedSeal.SEAL_BYTES;
    }

    /** Returns the number of bytes that each data segment is longer for its seal. */
    int segmentBytes();

    /**
     * Appends the seal of a datagram that is no data segment.
     *
     * @param buffer the datagram lies between {@code start} and the position
     */
    void seal(PeerId to, ByteBuffer buffer, int start);

    /**
     * Seals data segments that lie one behind the other, each with room for its seal at its end.
     *
     * @param sent from 0 to the limit
     * @param pieceBytes length of each with its seal; the last may be shorter
     */
    void sealSegments(PeerId to, ByteBuffer sent, int pieceBytes);

    /**
     * Checks a datagram, and sets the buffer's limit to the end of the message when it is genuine.
     *
     * @param datagram from the position to the limit
     */
    Verdict open(PeerId from, ByteBuffer datagram);

    /** Returns the seal of a connection that this peer has accepted. */
    ExchangeSeal accepted();

    /** Returns the seal of a connection that this peer makes. */
    ExchangeSeal connecting(PeerId to);
}
