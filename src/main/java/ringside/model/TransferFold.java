package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ringside.model.TransferState.Outcome;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;

/** Applies events to the list of transfers, oldest first. */
final class TransferFold {

    /** Transfers kept: more than anyone scrolls through; the oldest ended ones go first. */
    static final int KEPT = 200;

    private static final double MICROS_PER_SECOND = 1e6;

    private TransferFold() {}

    static List<TransferState> started(
            List<TransferState> transfers,
            PeerId id,
            FileEvent.TransferStarted event,
            long atMicros) {
        PeerId sender = event.sending() ? id : event.other();
        PeerId receiver = event.sending() ? event.other() : id;
        Predicate<TransferState> same =
                t -> t.transferId() == event.transferId() && t.sender().equals(sender);
        if (transfers.stream().anyMatch(same)) {
            return event.sending()
                    ? change(transfers, same, t -> t.withLoss(event.loss()))
                    : transfers;
        }
        List<TransferState> longer = new ArrayList<>(transfers);
        longer.add(
                new TransferState(
                        event.transferId(),
                        sender,
                        receiver,
                        event.file(),
                        event.bytes(),
                        event.offset(),
                        event.mss(),
                        event.window(),
                        event.loss(),
                        event.purpose(),
                        TransferSide.silentSince(atMicros, event.offset()),
                        TransferSide.silentSince(atMicros, event.offset()),
                        0,
                        atMicros,
                        0,
                        null));
        return bounded(longer);
    }

    private static List<TransferState> bounded(List<TransferState> transfers) {
        if (transfers.size() > KEPT) {
            int ended = 0;
            while (ended < transfers.size()
                    && transfers.get(ended).outcome() == Outcome.UNDER_WAY) {
                ended++;
            }
            transfers.remove(ended == transfers.size() ? 0 : ended);
        }
        return List.copyOf(transfers);
    }

    static List<TransferState> progress(
            List<TransferState> transfers,
            PeerId id,
            FileEvent.TransferProgress event,
            long atMicros) {
        return change(
                transfers,
                side(id, event.transferId(), event.sending()),
                t -> {
                    TransferSide old = event.sending() ? t.sending() : t.receiving();
                    if (old.outcome() != Outcome.UNDER_WAY) {
                        // The last report of a killed process arrives after its end.
                        return t;
                    }
                    TransferSide reported =
                            old.reported(
                                    Outcome.UNDER_WAY,
                                    event.bytes(),
                                    event.segments(),
                                    event.retransmissions(),
                                    atMicros);
                    return with(t, reported, event.sending(), rate(t, reported));
                });
    }

    static List<TransferState> done(
            List<TransferState> transfers, PeerId id, FileEvent.TransferDone event, long atMicros) {
        return change(
                transfers,
                side(id, event.transferId(), event.sending()),
                t -> {
                    TransferSide old = event.sending() ? t.sending() : t.receiving();
                    TransferSide reported =
                            old.reported(
                                    Outcome.DONE,
                                    event.bytes(),
                                    event.segments(),
                                    event.retransmissions(),
                                    atMicros);
                    return ended(with(t, reported, event.sending(), t.bytesPerSecond()), atMicros);
                });
    }

    static List<TransferState> failed(
            List<TransferState> transfers,
            PeerId id,
            FileEvent.TransferFailed event,
            long atMicros) {
        return change(
                transfers,
                side(id, event.transferId(), event.sending()),
                t -> fail(t, event.sending(), event.reason(), atMicros));
    }

    /**
     * Fails the transfers of all peers of a host that is gone.
     *
     * @param ended the peers that ended with it
     */
    static List<TransferState> hostGone(
            List<TransferState> transfers, List<PeerId> ended, String reason, long atMicros) {
        List<TransferState> changed = transfers;
        for (PeerId id : ended) {
            changed = processEnded(changed, id, reason, atMicros);
        }
        return changed;
    }

    static List<TransferState> processEnded(
            List<TransferState> transfers, PeerId id, String reason, long atMicros) {
        List<TransferState> changed = new ArrayList<>(transfers);
        changed.replaceAll(t ->
                t.outcome() == Outcome.UNDER_WAY && t.involves(id)
                        ? fail(t, t.sender().equals(id), reason, atMicros)
                        : t);
        return List.copyOf(changed);
    }

    static List<TransferState> received(
            List<TransferState> transfers, PeerId id, FileName file, String path) {
        for (int i = transfers.size() - 1; i >= 0; i--) {
            TransferState t = transfers.get(i);
            if (t.receiver().equals(id) && t.file().equals(file)) {
                return change(transfers, each -> each.equals(t), x -> x.withReceivedPath(path));
            }
        }
        return transfers;
    }

    private static TransferState fail(
            TransferState t, boolean sending, String reason, long atMicros) {
        TransferSide reported = (sending ? t.sending() : t.receiving()).failed(reason, atMicros);
        return ended(with(t, reported, sending, t.bytesPerSecond()), atMicros);
    }

    private static TransferState with(
            TransferState t, TransferSide reported, boolean sending, double rate) {
        TransferStateBuilder changed = t.with().bytesPerSecond(rate);
        return (sending ? changed.sending(reported) : changed.receiving(reported)).build();
    }

    private static TransferState ended(TransferState t, long atMicros) {
        if (t.outcome() == Outcome.UNDER_WAY || t.endedAtMicros() != 0) {
            return t;
        }
        double seconds = Math.max(1, atMicros - t.startedAtMicros()) / MICROS_PER_SECOND;
        double rate = (t.bytesDone() - t.offset()) / seconds;
        return t.with().endedAtMicros(atMicros).bytesPerSecond(rate).build();
    }

    /**
     * Returns the mean rate since the start. After losses, stop-and-wait moves in bursts between
     * whole seconds of silence, so the current rate says nothing about the next.
     */
    private static double rate(TransferState t, TransferSide reported) {
        double seconds =
                Math.max(1, reported.reportedAtMicros() - t.startedAtMicros()) / MICROS_PER_SECOND;
        return Math.max(0, reported.bytes() - t.offset()) / seconds;
    }

    private static Predicate<TransferState> side(PeerId id, long transferId, boolean sending) {
        return t ->
                t.transferId() == transferId && (sending ? t.sender() : t.receiver()).equals(id);
    }

    private static List<TransferState> change(
            List<TransferState> transfers,
            Predicate<TransferState> which,
            UnaryOperator<TransferState> change) {
        for (int i = transfers.size() - 1; i >= 0; i--) {
            if (which.test(transfers.get(i))) {
                List<TransferState> changed = new ArrayList<>(transfers);
                changed.set(i, change.apply(transfers.get(i)));
                return List.copyOf(changed);
            }
        }
        return transfers;
    }
}
