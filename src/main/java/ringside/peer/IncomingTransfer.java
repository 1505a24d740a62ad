package ringside.peer;

import ringside.ring.PeerId;

/** The state of one incoming file, driven by {@link Downloads}. */
final class IncomingTransfer {

    /** The key of a transfer: ids are chosen by senders, and unique only together with them. */
    record TransferKey(PeerId from, long transferId) implements Comparable<TransferKey> {
        @Override
        public int compareTo(TransferKey other) {
            int byPeer = from.compareTo(other.from);
            return byPeer != 0 ? byPeer : Long.compare(transferId, other.transferId);
        }
    }

    enum Phase {
        /** Segments are arriving. */
        FLOWING,
        /** Everything is written; the disk verifies the digest and gives the final name. */
        FINISHING,
        /**
         * The file is in place. Kept for a while, so that a repeated last segment is acknowledged.
         */
        DONE
    }

    final TransferKey key;
    final FileHandle handle;
    final Message.Offer offer;
    Phase phase = Phase.FLOWING;

    /** Segments that the sender may have under way at once; 1 is stop-and-wait. */
    final int sendWindow;

    /** Bytes written so far, which is also the offset of the next segment. */
    long written;

    /** Segments received since the last acknowledgement. */
    int unacknowledged;

    final EarlySegments early = new EarlySegments();

    /** Consecutive unanswered questions to the silent sender. */
    int unanswered;

    long segments;
    long duplicates;
    long heardAt;
    long lastProgressAt;

    /**
     * Creates a transfer.
     *
     * @param written bytes left by an earlier transfer of the same file
     */
    IncomingTransfer(
            FileHandle handle, Message.Offer offer, int sendWindow, long written, long now) {
        this.key = new TransferKey(offer.from(), offer.transferId());
        this.handle = handle;
        this.offer = offer;
        this.sendWindow = sendWindow;
        this.written = written;
        this.heardAt = now;
    }

    /** Returns whether each segment of a train may have its offset and length. */
    boolean fits(SegmentTrain train) {
        long offset = train.sequence() - 1;
        int last = train.count() - 1;
        return train.mss() == offer.mss()
                && fits(offset, train.lengthOf(0))
                && fits(offset + (long) last * train.mss(), train.lengthOf(last));
    }

    /**
     * Returns whether a segment may have this offset and length: it lies within the window or
     * before it.
     */
    boolean fits(long offset, int length) {
        long ahead = offset - written;
        return ahead <= (sendWindow - 1L) * offer.mss()
                && ahead % offer.mss() == 0
                && length == Math.min(offer.mss(), offer.bytes() - offset);
    }
}
