package ringside.model;

/**
 * The last report of one side of a transfer.
 *
 * @param bytes bytes acknowledged at the sender, or written at the receiver
 * @param segments data segments sent or received, including repeated ones
 * @param retransmissions segments sent again, or duplicates received
 * @param reportedAtMicros the time of the report
 * @param reason why the transfer failed, one plain sentence; empty otherwise
 */
public record TransferSide(
        TransferState.Outcome outcome,
        long bytes,
        long segments,
        long retransmissions,
        long reportedAtMicros,
        String reason) {

    static TransferSide silentSince(long atMicros, long offset) {
        return new TransferSide(TransferState.Outcome.UNDER_WAY, offset, 0, 0, atMicros, "");
    }

    TransferSide reported(
            TransferState.Outcome newOutcome, long newBytes, long sent, long again, long atMicros) {
        return new TransferSide(newOutcome, newBytes, sent, again, atMicros, reason);
    }

    TransferSide failed(String failure, long atMicros) {
        return new TransferSide(
                TransferState.Outcome.FAILED, bytes, segments, retransmissions, atMicros, failure);
    }
}
