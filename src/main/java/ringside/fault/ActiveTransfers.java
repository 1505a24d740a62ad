package ringside.fault;

import java.util.TreeSet;
import java.util.function.Predicate;
import ringside.peer.Effect;
import ringside.status.FileEvent.TransferDone;
import ringside.status.FileEvent.TransferFailed;
import ringside.status.FileEvent.TransferStarted;
import ringside.status.TransferPurpose;

/** The transfers of one kind that flow now, as the core reports them. */
final class ActiveTransfers {

    private final Predicate<TransferStarted> kind;
    private final TreeSet<Long> ids = new TreeSet<>();

    ActiveTransfers(Predicate<TransferStarted> kind) {
        this.kind = kind;
    }

    /** Requested files that are sent from here. */
    static ActiveTransfers requestedFromHere() {
        return new ActiveTransfers(
                started -> started.sending() && started.purpose() == TransferPurpose.REQUEST);
    }

    void note(Effect effect) {
        if (effect instanceof Effect.Report(TransferStarted started) && kind.test(started)) {
            ids.add(started.transferId());
        } else if (effect instanceof Effect.Report(TransferDone done)) {
            ids.remove(done.transferId());
        } else if (effect instanceof Effect.Report(TransferFailed failed)) {
            ids.remove(failed.transferId());
        }
    }

    boolean contains(long transferId) {
        return ids.contains(transferId);
    }

    /** Returns whether any flows; rows of a log do not say to which transfer they belong. */
    boolean areThere() {
        return !ids.isEmpty();
    }
}
