package ringside.status;

/** Why a file travels. Only a requested file suffers the simulated loss (SPEC 4.3). */
public enum TransferPurpose {
    /** To a peer that asked for it (SPEC 3.2). */
    REQUEST,
    /** To its owner, from the peer at which it was stored (SPEC 8.1). */
    STORE,
    /** To a successor of its owner, which keeps a copy (SPEC 8.1, 8.2). */
    COPY,
    /** To its new owner, because the ring changed or the holder leaves (SPEC 5.1, 8.3, 8.4). */
    HANDOVER
}
