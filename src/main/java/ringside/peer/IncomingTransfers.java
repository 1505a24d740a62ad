package ringside.peer;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.peer.IncomingTransfer.Phase;
import ringside.peer.IncomingTransfer.TransferKey;
import ringside.ring.FileName;
import ringside.status.TransferPurpose;

/** All incoming transfers, and those that have just finished. */
final class IncomingTransfers {

    private final TreeMap<TransferKey, IncomingTransfer> byKey = new TreeMap<>();

    void add(IncomingTransfer transfer) {
        byKey.put(transfer.key, transfer);
    }

    void remove(IncomingTransfer transfer) {
        byKey.remove(transfer.key);
    }

    @Nullable IncomingTransfer get(TransferKey key) {
        return byKey.get(key);
    }

    @Nullable IncomingTransfer byHandle(FileHandle handle) {
        return byKey.values().stream()
                .filter(transfer -> transfer.handle.equals(handle))
                .findFirst()
                .orElse(null);
    }

    List<IncomingTransfer> all() {
        return List.copyOf(byKey.values());
    }

    boolean isUnderWay(TransferKey key) {
        return all().stream().anyMatch(t -> t.key.equals(key) && t.phase != Phase.DONE);
    }

    long underWay() {
        return byKey.values().stream().filter(t -> t.phase != Phase.DONE).count();
    }

    /** Returns the files on their way into this peer's store. */
    Stream<FileName> intoStore() {
        return byKey.values().stream()
                .filter(transfer -> transfer.phase != Phase.DONE)
                .map(transfer -> transfer.offer)
                .filter(offer -> offer.purpose() != TransferPurpose.REQUEST)
                .map(Message.Offer::file);
    }
}
