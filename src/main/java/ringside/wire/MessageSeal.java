package ringside.wire;

import java.nio.ByteBuffer;
import ringside.ring.PeerId;

/**
 * What a peer adds to each message, so that its receiver knows that a peer of the same ring sent
 * it, now and to nobody else (SPEC 10.6); nothing on a ring without a key. Confined to one thread.
 */
public sealed interface MessageSeal permits NoSeal, KeyedSeal {

    /** Number of bytes that a datagram is longer on a ring with a key. */
    int KEYED_DATAGRAM_BYTES = KeyedSeal.SEAL_BYTES;

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

    /** Returns the number of bytes that each datagram is longer for its seal. */
    int datagramBytes();

    /**
     * Appends the seal of a datagram.
     *
     * @param buffer the datagram lies between {@code start} and the position
     */
    void seal(PeerId to, ByteBuffer buffer, int start);

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
