package ringside.model;

import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.StatusEntry;

/** Sentences about transfers and their segments. */
final class TransferWords {

    private TransferWords() {}

    static Explanation of(StatusEntry entry, FileEvent.TransferStarted event) {
        long segments = (event.bytes() + event.mss() - 1) / event.mss();
        String key =
                (event.sending() ? "transferStarted.send." : "transferStarted.receive.")
                        + event.purpose();
        return new Sentence(entry, EventKind.TRANSFERS)
                .transfer(
                        Words.say(
                                key,
                                entry.peer(),
                                event.other(),
                                event.file(),
                                Amounts.bytes(event.bytes()),
                                segments,
                                segments == 1 ? "segment" : "segments"),
                        event.other());
    }

    static Explanation of(StatusEntry entry, FileEvent.TransferProgress event) {
        String key = event.sending() ? "transferProgress.send" : "transferProgress.receive";
        return new Sentence(entry, EventKind.TRANSFERS)
                .plain(
                        Words.say(
                                key,
                                entry.peer(),
                                Amounts.bytes(event.bytes()),
                                event.retransmissions()));
    }

    static Explanation of(
            StatusEntry entry, FileEvent.SegmentTraced event, RingState before) {
        double loss =
                find(entry.peer(), event.transferId(), before)
                        .map(TransferState::loss)
                        .orElse(0.0);
        String text =
                Words.say(
                        "segment." + event.step(),
                        event.sequence(),
                        event.other(),
                        Amounts.percent(loss),
                        event.acknowledgement(),
                        event.length());
        Sentence says = new Sentence(entry, EventKind.TRANSFERS);
        return switch (event.step()) {
            case DROPPED, RESENT_DROPPED -> says.bad(text, event.other());
            case RESENT, TIMED_OUT -> says.warning(text, event.other());
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
        String file = transfer.map(t -> t.file().toString()).orElse("the file");
        long micros = entry.atMicros() - transfer.map(TransferState::startedAtMicros)
                .orElse(entry.atMicros());
        PeerId other = transfer.map(t -> other(t, entry.peer())).orElse(entry.peer());
        return new Sentence(entry, EventKind.TRANSFERS)
                .transfer(
                        Words.say(
                                event.sending() ? "transferDone.send" : "transferDone.receive",
                                entry.peer(),
                                file,
                                Amounts.bytes(event.bytes()),
                                Amounts.seconds(micros),
                                event.retransmissions(),
                                other),
                        other);
    }

    static Explanation of(StatusEntry entry, FileEvent.TransferFailed event, RingState before) {
        Optional<TransferState> transfer = find(entry.peer(), event.transferId(), before);
        String file = transfer.map(t -> t.file().toString()).orElse("the file");
        PeerId other = transfer.map(t -> other(t, entry.peer())).orElse(entry.peer());
        return new Sentence(entry, EventKind.TRANSFERS)
                .bad(
                        Words.say(
                                event.sending() ? "transferFailed.send" : "transferFailed.receive",
                                entry.peer(),
                                file,
                                other,
                                event.reason()),
                        other);
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
