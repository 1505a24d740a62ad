package ringside.model;

import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.StatusEntry;
import ringside.status.TransferPurpose;

/** Sentences about transfers and their segments. */
final class TransferSentences {

    private TransferSentences() {}

    static Explanation of(StatusEntry entry, FileEvent.TransferStarted event) {
        String text = event.offset() > 0 ? continued(entry, event) : begins(entry, event);
        return new ExplanationBuilder(entry, EventKind.TRANSFERS).transfer(text, event.other());
    }

    private static String begins(StatusEntry entry, FileEvent.TransferStarted event) {
        boolean saysHowMany =
                event.sending() && event.purpose() == TransferPurpose.REQUEST && event.window() > 1;
        return ExplanationTexts.format(
                (event.sending() ? "transferStarted.send." : "transferStarted.receive.")
                        + event.purpose()
                        + (saysHowMany ? ".window" : ""),
                entry.peer(),
                event.other(),
                event.file(),
                Amounts.bytes(event.bytes()),
                segments(event),
                ExplanationTexts.format(segments(event) == 1 ? "unit.segment" : "unit.segments"),
                event.window());
    }

    private static String continued(StatusEntry entry, FileEvent.TransferStarted event) {
        return ExplanationTexts.format(
                event.sending() ? "transferStarted.goesOn.send" : "transferStarted.goesOn.receive",
                entry.peer(),
                event.other(),
                event.file(),
                Amounts.bytes(event.offset()),
                Amounts.bytes(event.bytes() - event.offset()),
                segments(event),
                ExplanationTexts.format(segments(event) == 1 ? "unit.segment" : "unit.segments"));
    }

    private static long segments(FileEvent.TransferStarted event) {
        return Math.ceilDiv(event.bytes() - event.offset(), (long) event.mss());
    }

    static Explanation of(StatusEntry entry, FileEvent.TransferProgress event) {
        String key = event.sending() ? "transferProgress.send" : "transferProgress.receive";
        return new ExplanationBuilder(entry, EventKind.TRANSFERS)
                .plain(
                        ExplanationTexts.format(
                                key,
                                entry.peer(),
                                Amounts.bytes(event.bytes()),
                                again(event.sending(), event.retransmissions())));
    }

    /**
     * Returns the share that the sender drops now; the user may have changed it during the
     * transfer.
     */
    static double lossAt(PeerId sender, Optional<TransferState> transfer, RingState before) {
        return before.peer(sender)
                .map(peer -> peer.settings().loss())
                .or(() -> transfer.map(TransferState::loss))
                .orElse(0.0);
    }

    static Explanation of(StatusEntry entry, FileEvent.SegmentTraced event, RingState before) {
        Optional<TransferState> transfer = find(entry.peer(), event.transferId(), before);
        double loss = lossAt(entry.peer(), transfer, before);
        boolean isWindowed = transfer.filter(t -> t.window() > 1).isPresent();
        String text =
                ExplanationTexts.format(
                        "segment." + event.step() + (isWindowed ? ".window" : ""),
                        event.sequence(),
                        event.other(),
                        Amounts.percent(loss),
                        event.acknowledgement(),
                        event.length());
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.TRANSFERS);
        return switch (event.step()) {
            case DROPPED, RESENT_DROPPED, ACKNOWLEDGEMENT_DROPPED -> says.bad(text, event.other());
            case RESENT, TIMED_OUT, OVERTAKEN -> says.warning(text, event.other());
            case SENT,
                    RECEIVED,
                    DUPLICATE_RECEIVED,
                    ACKNOWLEDGEMENT_SENT,
                    ACKNOWLEDGEMENT_RECEIVED ->
                    says.plain(text, event.other());
        };
    }

    static Explanation of(StatusEntry entry, FileEvent.TransferDone event, RingState before) {
        Optional<TransferState> transfer = find(entry.peer(), event.transferId(), before);
        String file =
                transfer.map(t -> t.file().toString())
                        .orElseGet(() -> ExplanationTexts.format("unit.file"));
        long micros =
                entry.atMicros()
                        - transfer.map(TransferState::startedAtMicros).orElse(entry.atMicros());
        PeerId other = transfer.map(t -> other(t, entry.peer())).orElse(entry.peer());
        return new ExplanationBuilder(entry, EventKind.TRANSFERS)
                .transfer(
                        ExplanationTexts.format(
                                event.sending() ? "transferDone.send" : "transferDone.receive",
                                entry.peer(),
                                file,
                                Amounts.bytes(event.bytes()),
                                Amounts.seconds(micros),
                                again(event.sending(), event.retransmissions()),
                                other),
                        other);
    }

    static Explanation of(StatusEntry entry, FileEvent.TransferFailed event, RingState before) {
        Optional<TransferState> transfer = find(entry.peer(), event.transferId(), before);
        String file =
                transfer.map(t -> t.file().toString())
                        .orElseGet(() -> ExplanationTexts.format("unit.file"));
        PeerId other = transfer.map(t -> other(t, entry.peer())).orElse(entry.peer());
        return new ExplanationBuilder(entry, EventKind.TRANSFERS)
                .bad(
                        ExplanationTexts.format(
                                event.sending() ? "transferFailed.send" : "transferFailed.receive",
                                entry.peer(),
                                file,
                                other,
                                event.reason()),
                        other);
    }

    private static String again(boolean sending, long number) {
        return ExplanationTexts.count(sending ? "unit.again" : "unit.duplicates", number);
    }

    private static PeerId other(TransferState transfer, PeerId self) {
        return transfer.sender().equals(self) ? transfer.receiver() : transfer.sender();
    }

    private static Optional<TransferState> find(PeerId peer, long transferId, RingState before) {
        return before.transfers().reversed().stream()
                .filter(t -> t.transferId() == transferId && t.involves(peer))
                .findFirst();
    }
}
