package ringside.peer;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.status.TransferPurpose;

/**
 * Incomplete requested files whose transfers broke off. When the same file is offered again, by any
 * peer, the new transfer resumes where the last one ended (SPEC 8.5).
 */
final class PartialDownloads {

    /** Maximum number of parts kept at once; each has a temporary file. */
    private static final int MOST = 16;

    /**
     * Lifetime of a part; by then the requester has either found another holder or given up (SPEC
     * 3.2, 8.5).
     */
    private static final long KEPT_MICROS = 60_000 * PeerContext.MICROS_PER_MS;

    /**
     * The first part of a file, in a temporary file.
     *
     * @param handle of the temporary file
     * @param written bytes of the whole file that it has
     */
    record Part(FileHandle handle, StoredFile whole, long written) {}

    private final PeerContext context;
    private final Map<FileNumber, Part> parts = new TreeMap<>();

    PartialDownloads(PeerContext context) {
        this.context = context;
    }

    /** Keeps the data of a requested file, unless it is empty or there are too many parts. */
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
        context.callLater(new Timer.PartialDownloadStale(transfer.handle), KEPT_MICROS);
    }

    /** Removes and returns the part of exactly the offered file; null if there is none. */
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

    void onStale(Timer.PartialDownloadStale stale) {
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
