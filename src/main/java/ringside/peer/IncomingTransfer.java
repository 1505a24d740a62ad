package ringside.peer;

import ringside.ring.PeerId;

/** The state of one file on its way into this peer. {@link Receiving} moves it. */
final class IncomingTransfer {

    /** Which transfer this is: ids are drawn by senders, and unique only with them. */
    record TransferKey(PeerId from, long transferId) implements Comparable<TransferKey> {
        @Override
        public int compareTo(TransferKey other) {
            int byPeer = from.compareTo(other.from);
            return byPeer != 0 ? byPeer : Long.compare(transferId, other.transferId);
        }
    }

    /** Where a transfer stands. */
    enum Phase {
        /** Segments come in. */
        FLOWING,
        /** All is written; the disk checks the digest and gives the final name. */
        FINISHING,
        /** In its place. Kept for a while, so that a repeated last segment is acknowledged. */
        DONE
    }

    final TransferKey key;
    final long handle;
    final Message.Offer offer;
    Phase phase = Phase.FLOWING;

    /** Bytes written so far, which is the offset of the next segment. */
    long written;

    long segments;
    long duplicates;
    long heardAt;
    long lastProgressAt;

    IncomingTransfer(long handle, Message.Offer offer, long now) {
        this.key = new TransferKey(offer.from(), offer.transferId());
        this.handle = handle;
        this.offer = offer;
        this.heardAt = now;
    }

    /** The only length that the segment at an offset can have. */
    long lengthAt(long offset) {
        return Math.min(offer.mss(), offer.bytes() - offset);
    }
}
