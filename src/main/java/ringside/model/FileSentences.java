package ringside.model;

import java.util.Optional;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.StatusEntry;

/** Sentences about lookups and files. */
final class FileSentences {

    private FileSentences() {}

    static Explanation of(StatusEntry entry, LookupEvent.LookupSent event) {
        String key = event.attempt() == 1 ? "lookupSent" : "lookupSent.again";
        return new ExplanationBuilder(entry, EventKind.REQUESTS)
                .plain(
                        ExplanationTexts.format(
                                key + suffix(event.purpose()),
                                entry.peer(),
                                event.number(),
                                event.number().hash(),
                                event.to(),
                                ExplanationTexts.ordinal(event.attempt())),
                        event.to());
    }

    private static String suffix(LookupPurpose purpose) {
        return switch (purpose) {
            case REQUEST -> "";
            case STORE -> ".store";
            case RETURN -> ".return";
        };
    }

    static Explanation of(StatusEntry entry, LookupEvent.LookupForwarded event, RingState before) {
        if (event.replica() > 0) {
            return new ExplanationBuilder(entry, EventKind.REQUESTS)
                    .plain(
                            ExplanationTexts.format(
                                    "lookupForwarded.copy", event.number(), event.to()),
                            event.to(),
                            event.requester());
        }
        String range = outside(entry.peer(), event.number(), before);
        String key = event.meant() ? "lookupForwarded.meant" : "lookupForwarded";
        return new ExplanationBuilder(entry, EventKind.REQUESTS)
                .plain(
                        ExplanationTexts.format(
                                key,
                                event.number(),
                                range,
                                event.to(),
                                event.number().hash(),
                                entry.peer()),
                        event.to(),
                        event.requester());
    }

    private static String outside(PeerId peer, FileNumber number, RingState before) {
        return predecessor(peer, before)
                .filter(predecessor -> !number.hash().isInArc(predecessor, peer))
                .map(predecessor ->
                        ExplanationTexts.format("outside", number.hash(), predecessor, peer))
                .orElseGet(() -> ExplanationTexts.format("outside.unknown", number.hash(), peer));
    }

    static Explanation of(StatusEntry entry, LookupEvent.LookupPassedBy event) {
        return new ExplanationBuilder(entry, EventKind.REQUESTS)
                .warning(
                        ExplanationTexts.format(
                                "lookupPassedBy",
                                entry.peer(),
                                event.unreachable(),
                                event.number()),
                        event.unreachable());
    }

    static Explanation of(StatusEntry entry, LookupEvent.LookupArrived event, RingState before) {
        String range =
                predecessor(entry.peer(), before)
                        .filter(predecessor ->
                                event.number().hash().isInArc(predecessor, entry.peer()))
                        .map(predecessor ->
                                ExplanationTexts.format(
                                        "inside", event.number().hash(), predecessor, entry.peer()))
                        .orElseGet(() ->
                                ExplanationTexts.format(
                                        "inside.unknown", event.number().hash(), entry.peer()));
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.REQUESTS);
        if (event.purpose() != LookupPurpose.REQUEST) {
            return says.transfer(
                    ExplanationTexts.format(
                            "lookupArrived" + suffix(event.purpose()),
                            event.number(),
                            range,
                            event.requester()),
                    event.requester());
        }
        return event.held()
                ? says.transfer(
                        ExplanationTexts.format(
                                "lookupArrived", event.number(), range, event.requester()),
                        event.requester())
                : says.bad(missing(entry, event, range, before), event.requester());
    }

    private static String missing(
            StatusEntry entry, LookupEvent.LookupArrived event, String range, RingState before) {
        PeerId owner = owner(before, event.requester(), event.lookupId(), entry.peer());
        return owner.equals(entry.peer())
                ? ExplanationTexts.format(
                        "lookupArrived.missing", event.number(), range, event.requester())
                : ExplanationTexts.format(
                        "lookupArrived.noCopy", event.number(), owner, event.requester());
    }

    /** Returns the owner that the hops have revealed so far, or else the reporting peer. */
    static PeerId owner(RingState before, PeerId requester, long lookupId, PeerId reporter) {
        return before.lookups().stream()
                .filter(lookup ->
                        lookup.lookupId() == lookupId && lookup.requester().equals(requester))
                .map(lookup -> lookup.ownerIfNotHeldBy(reporter, false))
                .findFirst()
                .orElse(reporter);
    }

    private static Optional<PeerId> predecessor(PeerId peer, RingState before) {
        return before.peer(peer)
                .filter(state -> !state.predecessors().isEmpty())
                .map(state -> state.predecessors().getFirst());
    }

    static Explanation of(StatusEntry entry, LookupEvent.LookupAnswered event, RingState before) {
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.REQUESTS);
        if (event.purpose() != LookupPurpose.REQUEST) {
            return says.plain(
                    ExplanationTexts.format(
                            "lookupAnswered" + suffix(event.purpose()),
                            entry.peer(),
                            event.owner(),
                            event.number()),
                    event.owner());
        }
        return event.held()
                ? says.plain(
                        ExplanationTexts.format(
                                "lookupAnswered", entry.peer(), event.owner(), event.number()),
                        event.owner())
                : says.warning(missing(entry, event, before), event.owner());
    }

    private static String missing(
            StatusEntry entry, LookupEvent.LookupAnswered event, RingState before) {
        PeerId owner = owner(before, entry.peer(), event.lookupId(), event.owner());
        return owner.equals(event.owner())
                ? ExplanationTexts.format(
                        "lookupAnswered.missing", entry.peer(), owner, event.number())
                : ExplanationTexts.format(
                        "lookupAnswered.noCopy",
                        entry.peer(),
                        event.owner(),
                        event.number(),
                        owner);
    }

    static Explanation of(StatusEntry entry, LookupEvent.LookupFailed event) {
        return new ExplanationBuilder(entry, EventKind.REQUESTS)
                .bad(
                        ExplanationTexts.format(
                                "lookupFailed", entry.peer(), event.number(), event.reason()));
    }

    static Explanation of(StatusEntry entry, FileEvent.FilesHeld event) {
        long owned = event.files().stream().filter(HeldFile::owned).count();
        return new ExplanationBuilder(entry, EventKind.TRANSFERS)
                .plain(
                        ExplanationTexts.format(
                                "filesHeld", entry.peer(), owned, event.files().size() - owned));
    }

    static Explanation of(StatusEntry entry, FileEvent.FileReceived event) {
        return new ExplanationBuilder(entry, EventKind.TRANSFERS)
                .good(
                        ExplanationTexts.format(
                                "fileReceived",
                                entry.peer(),
                                event.file(),
                                Amounts.bytes(event.bytes()),
                                event.from(),
                                event.path()),
                        event.from());
    }

    static Explanation of(StatusEntry entry, FileEvent.FileStored event) {
        return new ExplanationBuilder(entry, EventKind.TRANSFERS)
                .good(
                        ExplanationTexts.format(
                                event.holders() == 1 ? "fileStored.one" : "fileStored",
                                event.file(),
                                event.owner(),
                                event.holders(),
                                event.file().number().hash()),
                        event.owner());
    }

    static Explanation of(StatusEntry entry, FileEvent.FileDamaged event) {
        return new ExplanationBuilder(entry, EventKind.TRANSFERS)
                .bad(
                        ExplanationTexts.format(
                                "fileDamaged", entry.peer(), event.file(), event.reason()));
    }

    static Explanation of(StatusEntry entry, FileEvent.FileMended event) {
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.TRANSFERS);
        return event.from().equals(entry.peer())
                ? says.good(ExplanationTexts.format("fileMended.self", entry.peer(), event.file()))
                : says.good(
                        ExplanationTexts.format(
                                "fileMended", entry.peer(), event.file(), event.from()),
                        event.from());
    }
}
