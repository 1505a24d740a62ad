package ringside.peer;

import ringside.ring.PeerId;

/** The state of one file on its way into this peer. {@link Downloads} moves it. */
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
    final FileHandle handle;
    final Message.Offer offer;
    Phase phase = Phase.FLOWING;

    /** Segments that the sender may have under way at once; 1 is stop-and-wait. */
    final int window;

    /** Bytes written so far, which is the offset of the next segment. */
    long written;

    /** Segments that have come since the last acknowledgement. */
    int unacknowledged;

    final EarlySegments early = new EarlySegments();

    /** Questions to its silent sender in a row that nobody answered. */
    int unanswered;

    long segments;
    long duplicates;
    long heardAt;
    long lastProgressAt;

    /**
     * A transfer that begins.
     *
     * @param written bytes that an earlier one has left
     */
    IncomingTransfer(FileHandle handle, Message.Offer offer, int window, long written, long now) {
        this.key = new TransferKey(offer.from(), offer.transferId());
        this.handle = handle;
        this.offer = offer;
        this.window = window;
        this.written = written;
        this.heardAt = now;
    }

    /** Whether a segment begins there that may come now, or has come, and has that length. */
    boolean hasPlaceFor(long offset, int length) {
        long ahead = offset - written;
        return ahead <= (window - 1L) * offer.mss()
                && ahead % offer.mss() == 0
                && length == Math.min(offer.mss(), offer.bytes() - offset);
    }
}
