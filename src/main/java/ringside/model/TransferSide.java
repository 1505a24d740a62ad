package ringside.model;

/**
 * The last report of one side of a transfer.
 *
 * @param bytes acknowledged at the sender, written at the receiver
 * @param segments data segments sent or received, with the repeated ones
 * @param retransmissions segments sent again, or duplicates received
 * @param toldAtMicros when it told this
 * @param reason why it failed, one plain sentence; empty otherwise
 */
public record TransferSide(
        TransferState.Outcome outcome,
        long bytes,
        long segments,
        long retransmissions,
        long toldAtMicros,
        String reason) {

    static TransferSide silentSince(long atMicros, long offset) {
        return new TransferSide(TransferState.Outcome.UNDER_WAY, offset, 0, 0, atMicros, "");
    }

    TransferSide told(
            TransferState.Outcome itsOutcome, long itsBytes, long sent, long again, long atMicros) {
        return new TransferSide(itsOutcome, itsBytes, sent, again, atMicros, reason);
    }

    TransferSide failed(String why, long atMicros) {
        return new TransferSide(
                TransferState.Outcome.FAILED, bytes, segments, retransmissions, atMicros, why);
    }
}
