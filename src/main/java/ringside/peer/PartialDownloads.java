package ringside.peer;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.status.TransferPurpose;

/**
 * The first parts of requested files whose transfers broke off. When the same file is offered
 * again, by whomever, its transfer goes on where the last one ended (SPEC 8.5).
 */
final class PartialDownloads {

    /** Kept at once; a temporary file each. */
    private static final int MOST = 16;

    /** By then the requester has either found another holder or given up (SPEC 3.2, 8.5). */
    private static final long KEPT_MICROS = 60_000 * PeerContext.MICROS_PER_MS;

    /**
     * A part of a file, in a temporary file.
     *
     * @param handle of the temporary file
     * @param written how many bytes of the whole it has
     */
    record Part(FileHandle handle, StoredFile whole, long written) {}

    private final PeerContext context;
    private final Map<FileNumber, Part> parts = new TreeMap<>();

    PartialDownloads(PeerContext context) {
        this.context = context;
    }

    /** Keeps what has come, if it is worth that. */
    void keep(IncomingTransfer transfer) {
        FileNumber number = transfer.offer.file().number();
        boolean isWorthIt =
                transfer.offer.purpose() == TransferPurpose.REQUEST
                        && transfer.written > 0
                        && parts.size() < MOST;
        if (!isWorthIt) {
            context.file(new FileEffect.Close(transfer.handle));
            return;
        }
        discard(parts.remove(number));
        parts.put(number, new Part(transfer.handle, transfer.offer.stored(), transfer.written));
        context.callLater(new Timer.RemainsStale(transfer.handle), KEPT_MICROS);
    }

    /** The part of the very file that is offered, which is kept no longer; or null. */
    @Nullable Part take(Message.Offer offer) {
        if (offer.purpose() != TransferPurpose.REQUEST) {
            return null;
        }
        Part part = parts.remove(offer.file().number());
        if (part != null && !part.whole().hasSameBytesAs(offer.stored())) {
            discard(part);
            return null;
        }
        return part;
    }

    void onStale(Timer.RemainsStale stale) {
        parts.values()
                .removeIf(part -> {
                    boolean isStale = part.handle().equals(stale.handle());
                    if (isStale) {
                        discard(part);
                    }
                    return isStale;
                });
    }

    void discardAll() {
        parts.values().forEach(this::discard);
        parts.clear();
    }

    private void discard(@Nullable Part part) {
        if (part != null) {
            context.file(new FileEffect.Close(part.handle()));
        }
    }
}
