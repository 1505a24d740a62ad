package ringside.model;

import java.util.Optional;
import ringside.ring.Circle;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.TransferPurpose;

/** Gives the reasons for events of requests and files. Pure. */
final class FileReasons {

    private static final int CIRCLE = Circle.IDS_OF_PROCESSES;

    private FileReasons() {}

    static Reason of(PeerId peer, LookupEvent event, RingState before) {
        return switch (event) {
            case LookupEvent.LookupSent e ->
                    e.attempt() == 1 && FileSentences.isShortcut(peer, e.to(), before)
                            ? Reason.of(
                                    Rule.SHORTCUTS,
                                    "lookupSent.shortcut",
                                    peer,
                                    e.to(),
                                    hashing(e.number()))
                            : e.attempt() == 1
                                    ? Reason.of(
                                            Rule.LOOKUP,
                                            "lookupSent." + e.purpose(),
                                            peer,
                                            e.to(),
                                            hashing(e.number()))
                                    : Reason.of(Rule.LOOKUP, "lookupSent.again", e.attempt());
            case LookupEvent.LookupForwarded e -> forwarded(peer, e, before);
            case LookupEvent.LookupPassedBy e ->
                    Reason.of(Rule.LOOKUP, "lookupPassedBy", e.unreachable());
            case LookupEvent.LookupArrived e -> arrived(peer, e, before);
            case LookupEvent.LookupAnswered e -> answered(peer, e, before);
            case LookupEvent.LookupFailed _ -> Reason.of(Rule.LOOKUP, "lookupFailed");
        };
    }

    private static Reason forwarded(
            PeerId peer, LookupEvent.LookupForwarded event, RingState before) {
        if (event.replica() > 0) {
            return Reason.of(Rule.READING, "lookupForwarded.copy", event.to());
        }
        if (!event.meant() && FileSentences.isShortcut(peer, event.to(), before)) {
            return Reason.of(
                    Rule.SHORTCUTS,
                    "lookupForwarded.shortcut",
                    hashing(event.number()),
                    peer,
                    event.to());
        }
        return range(peer, before)
                .map(range ->
                        Reason.of(
                                Rule.LOOKUP,
                                event.meant() ? "lookupForwarded.meant" : "lookupForwarded",
                                hashing(event.number()),
                                range,
                                event.to()))
                .orElseGet(() ->
                        Reason.of(
                                Rule.LOOKUP,
                                "lookupForwarded.unknown",
                                hashing(event.number()),
                                peer));
    }

    private static Reason arrived(PeerId peer, LookupEvent.LookupArrived event, RingState before) {
        String hops = ExplanationTexts.format(event.hop() == 1 ? "hops.one" : "hops", event.hop());
        return range(peer, before)
                .map(range ->
                        Reason.of(
                                Rule.OWNERS,
                                "lookupArrived",
                                hashing(event.number()),
                                range,
                                peer,
                                hops))
                .orElseGet(() ->
                        Reason.of(
                                Rule.OWNERS,
                                "lookupArrived.unknown",
                                hashing(event.number()),
                                peer,
                                hops));
    }

    private static Reason answered(
            PeerId peer, LookupEvent.LookupAnswered event, RingState before) {
        if (event.purpose() == LookupPurpose.REQUEST) {
            return event.held()
                    ? Reason.of(Rule.OFFER, "lookupAnswered", event.owner())
                    : Reason.of(
                            Rule.LOOKUP,
                            "lookupAnswered.missing",
                            FileSentences.owner(before, peer, event.lookupId(), event.owner()));
        }
        return Reason.of(Rule.STORING, "lookupAnswered.store", event.owner());
    }

    /** Returns the range that a peer considered its own, such as '(201, 236]'. */
    private static Optional<String> range(PeerId peer, RingState before) {
        return before.peer(peer)
                .filter(state -> !state.predecessors().isEmpty())
                .map(state ->
                        ExplanationTexts.format("range", state.predecessors().getFirst(), peer));
    }

    private static String hashing(FileNumber number) {
        return ExplanationTexts.format("hashing", number, CIRCLE, number.hash());
    }

    static Reason of(PeerId peer, FileEvent event, RingState before) {
        return switch (event) {
            case FileEvent.FilesHeld _ -> Reason.of(Rule.REPLICAS, "filesHeld", peer);
            case FileEvent.FileReceived _ -> Reason.of(Rule.GIVING_UP, "fileReceived");
            case FileEvent.FileWritten _ -> Reason.of(Rule.REPORTING, "fileWritten", peer);
            case FileEvent.FileStored e ->
                    Reason.of(Rule.STORING, "fileStored", e.owner(), e.holders());
            case FileEvent.FileDamaged _ -> Reason.of(Rule.CONTENT, "fileDamaged");
            case FileEvent.FileMended e ->
                    Reason.of(
                            Rule.CONTENT,
                            e.from().equals(peer) ? "fileMended.self" : "fileMended",
                            e.from());
            case FileEvent.TransferStarted e -> started(peer, e);
            case FileEvent.TransferProgress e -> progress(peer, e, before);
            case FileEvent.SegmentTraced e -> SegmentReasons.of(peer, e, before);
            case FileEvent.TransferDone e ->
                    Reason.of(
                            e.sending() ? Rule.SEGMENTS : Rule.GIVING_UP,
                            e.sending() ? "transferDone.send" : "transferDone.receive",
                            Amounts.bytes(e.bytes()),
                            e.segments());
            case FileEvent.TransferFailed _ -> Reason.of(Rule.GIVING_UP, "transferFailed");
        };
    }

    private static Reason started(PeerId peer, FileEvent.TransferStarted event) {
        PeerId receiver = event.sending() ? event.other() : peer;
        if (event.offset() > 0) {
            return Reason.of(Rule.READING, "transferStarted.goesOn", Amounts.bytes(event.offset()));
        }
        return Reason.of(rule(event.purpose()), "transferStarted." + event.purpose(), receiver);
    }

    private static Rule rule(TransferPurpose purpose) {
        return switch (purpose) {
            case REQUEST -> Rule.OFFER;
            case STORE -> Rule.STORING;
            case COPY -> Rule.REPLICAS;
            case HANDOVER -> Rule.HANDOVER;
        };
    }

    private static Reason progress(
            PeerId peer, FileEvent.TransferProgress event, RingState before) {
        boolean windowed =
                before.transfer(peer, event.transferId()).filter(t -> t.window() > 1).isPresent();
        return Reason.of(Rule.SEGMENTS, windowed ? "transferProgress.window" : "transferProgress");
    }
}
