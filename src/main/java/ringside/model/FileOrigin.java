package ringside.model;

import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.TransferPurpose;

/**
 * How a peer came to hold a file for the ring (SPEC 8).
 *
 * @param from the peer that sent it; the holder itself if a user stored the file there
 * @param purpose of the transfer
 * @param atMicros when it was complete, in microseconds since the epoch
 */
public record FileOrigin(FileName file, PeerId from, TransferPurpose purpose, long atMicros) {}
