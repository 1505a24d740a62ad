package ringside.model;

import java.util.Optional;
import ringside.ring.PeerId;
import ringside.status.FileEvent;

/** Gives the reasons for events of segments. Pure. */
final class SegmentReasons {

    private SegmentReasons() {}

    static Reason of(PeerId peer, FileEvent.SegmentTraced event, RingState before) {
        Optional<TransferState> transfer = before.transfer(peer, event.transferId());
        int window = transfer.map(TransferState::window).orElse(1);
        String loss = Amounts.percent(TransferSentences.lossAt(peer, transfer, before));
        String mode = window > 1 ? ".window" : "";
        return switch (event.step()) {
            case SENT -> Reason.of(Rule.SEGMENTS, "segment.SENT" + mode, event.sequence(), window);
            case DROPPED, RESENT_DROPPED ->
                    Reason.of(Rule.LOSS, "segment.DROPPED", event.sequence(), loss);
            case ACKNOWLEDGEMENT_DROPPED ->
                    Reason.of(
                            Rule.LOSS, "segment.ACKNOWLEDGEMENT_DROPPED", event.acknowledgement());
            case RESENT -> Reason.of(Rule.SEGMENTS, "segment.RESENT" + mode, event.sequence());
            case TIMED_OUT ->
                    Reason.of(Rule.SEGMENTS, "segment.TIMED_OUT" + mode, event.sequence());
            case OVERTAKEN -> Reason.of(Rule.SEGMENTS, "segment.OVERTAKEN", event.sequence());
            case RECEIVED ->
                    Reason.of(
                            Rule.SEGMENTS,
                            "segment.RECEIVED",
                            event.sequence(),
                            event.sequence() + event.length());
            case DUPLICATE_RECEIVED ->
                    Reason.of(Rule.LOSS, "segment.DUPLICATE_RECEIVED", event.sequence());
            case ACKNOWLEDGEMENT_SENT, ACKNOWLEDGEMENT_RECEIVED ->
                    Reason.of(
                            Rule.SEGMENTS,
                            "segment." + event.step() + mode,
                            event.acknowledgement());
        };
    }
}
