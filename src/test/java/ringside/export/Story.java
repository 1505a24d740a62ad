package ringside.export;

import java.util.ArrayList;
import java.util.List;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;

/** Builds events that are a millisecond apart. */
final class Story {

    static final long START_MICROS = 1_000_000_000_000_000L;

    private final List<StatusEntry> entries = new ArrayList<>();

    List<StatusEntry> entries() {
        return entries;
    }

    static PeerId id(int value) {
        return new PeerId(value);
    }

    Story that(int peer, StatusEvent event) {
        long atMicros = START_MICROS + 1_000L * entries.size();
        entries.add(new StatusEntry(atMicros, id(peer), event));
        return this;
    }

    /** Starts a transfer of a hundred bytes from 5 to 8, at the sender. */
    Story sends(long transferId, String file) {
        return that(
                5,
                new FileEvent.TransferStarted(
                        transferId,
                        true,
                        id(8),
                        FileName.parse(file),
                        100,
                        0,
                        40,
                        1,
                        0.1,
                        TransferPurpose.REQUEST));
    }

    /** Starts the same transfer at the receiver. */
    Story receives(long transferId, String file) {
        return that(
                8,
                new FileEvent.TransferStarted(
                        transferId,
                        false,
                        id(5),
                        FileName.parse(file),
                        100,
                        0,
                        40,
                        1,
                        0,
                        TransferPurpose.REQUEST));
    }
}
