package ringside.status;

/** The reason for a transfer. Only requested files suffer the simulated loss (SPEC 4.3). */
public enum TransferPurpose {
    /** To a peer that requested the file (SPEC 3.2). */
    REQUEST,
    /** To the owner, from the peer at which the file was stored (SPEC 8.1). */
    STORE,
    /** To a successor of the owner, which keeps a copy (SPEC 8.1, 8.2). */
    COPY,
    /** To the new owner, because the ring changed or the holder is leaving (SPEC 5.1, 8.3, 8.4). */
    HANDOVER
}
