package ringside.model;

import static ringside.model.ExplanationTexts.format;

import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.TransferPurpose;

/** Sentences about transfers and their segments. */
final class TransferSentences {

    private TransferSentences() {}

    static String started(PeerId peer, FileEvent.TransferStarted event) {
        long segments = Math.ceilDiv(event.bytes() - event.offset(), (long) event.mss());
        String unit = format(segments == 1 ? "unit.segment" : "unit.segments");
        if (event.offset() > 0) {
            return format(
                    event.sending()
                            ? "transferStarted.goesOn.send"
                            : "transferStarted.goesOn.receive",
                    peer,
                    event.other(),
                    event.file(),
                    Amounts.bytes(event.offset()),
                    Amounts.bytes(event.bytes() - event.offset()),
                    segments,
                    unit);
        }
        boolean saysHowMany =
                event.sending() && event.purpose() == TransferPurpose.REQUEST && event.window() > 1;
        return format(
                (event.sending() ? "transferStarted.send." : "transferStarted.receive.")
                        + event.purpose()
                        + (saysHowMany ? ".window" : ""),
                peer,
                event.other(),
                event.file(),
                Amounts.bytes(event.bytes()),
                segments,
                unit,
                event.window());
    }

    static String progress(PeerId peer, FileEvent.TransferProgress event) {
        return format(
                event.sending() ? "transferProgress.send" : "transferProgress.receive",
                peer,
                Amounts.bytes(event.bytes()),
                again(event.sending(), event.retransmissions()));
    }

    private static String again(boolean sending, long number) {
        return ExplanationTexts.count(sending ? "unit.again" : "unit.duplicates", number);
    }

    static Explanation traced(
            ExplanationBuilder says, PeerId peer, FileEvent.SegmentTraced event, RingState before) {
        Optional<TransferState> transfer = before.transfer(peer, event.transferId());
        boolean isWindowed = transfer.filter(t -> t.window() > 1).isPresent();
        String text =
                format(
                        "segment." + event.step() + (isWindowed ? ".window" : ""),
                        event.sequence(),
                        event.other(),
                        Amounts.percent(lossAt(peer, transfer, before)),
                        event.acknowledgement(),
                        event.length());
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

    static Explanation done(
            ExplanationBuilder says, PeerId peer, FileEvent.TransferDone event, RingState before) {
        Optional<TransferState> transfer = before.transfer(peer, event.transferId());
        long endedAt = says.entry().atMicros();
        long micros = endedAt - transfer.map(TransferState::startedAtMicros).orElse(endedAt);
        PeerId other = other(transfer, peer);
        return says.transfer(
                format(
                        event.sending() ? "transferDone.send" : "transferDone.receive",
                        peer,
                        file(transfer),
                        Amounts.bytes(event.bytes()),
                        Amounts.seconds(micros),
                        again(event.sending(), event.retransmissions()),
                        other),
                other);
    }

    static Explanation failed(
            ExplanationBuilder says,
            PeerId peer,
            FileEvent.TransferFailed event,
            RingState before) {
        Optional<TransferState> transfer = before.transfer(peer, event.transferId());
        PeerId other = other(transfer, peer);
        return says.bad(
                format(
                        event.sending() ? "transferFailed.send" : "transferFailed.receive",
                        peer,
                        file(transfer),
                        other,
                        event.reason()),
                other);
    }

    private static String file(Optional<TransferState> transfer) {
        return transfer.map(t -> t.file().toString()).orElseGet(() -> format("unit.file"));
    }

    private static PeerId other(Optional<TransferState> transfer, PeerId self) {
        return transfer.map(t -> t.sender().equals(self) ? t.receiver() : t.sender()).orElse(self);
    }
}
