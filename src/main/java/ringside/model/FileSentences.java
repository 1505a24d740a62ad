package ringside.model;

import static ringside.model.ExplanationTexts.format;

import java.util.Optional;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.HeldFile;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.StatusEntry;

/** Sentences about lookups and files. */
final class FileSentences {

    private FileSentences() {}

    static Explanation of(StatusEntry entry, LookupEvent event, RingState before) {
        PeerId peer = entry.peer();
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.REQUESTS);
        return switch (event) {
            case LookupEvent.LookupSent e ->
                    says.plain(
                            format(
                                    sent(e, before, peer) + suffix(e.purpose()),
                                    peer,
                                    e.number(),
                                    e.number().hash(),
                                    e.to(),
                                    ExplanationTexts.ordinal(e.attempt())),
                            e.to());
            case LookupEvent.LookupForwarded e ->
                    comesRound(e, before)
                            ? says.warning(round(e, before), e.to(), e.requester())
                            : says.plain(forwarded(peer, e, before), e.to(), e.requester());
            case LookupEvent.LookupPassedBy e ->
                    says.warning(
                            format("lookupPassedBy", peer, e.unreachable(), e.number()),
                            e.unreachable());
            case LookupEvent.LookupArrived e -> arrived(says, peer, e, before);
            case LookupEvent.LookupAnswered e -> answered(says, peer, e, before);
            case LookupEvent.LookupFailed e ->
                    says.bad(format("lookupFailed", peer, e.number(), e.reason()));
        };
    }

    private static String sent(LookupEvent.LookupSent event, RingState before, PeerId peer) {
        if (event.attempt() > 1) {
            return "lookupSent.again";
        }
        return isShortcut(peer, event.to(), before) ? "lookupSent.shortcut" : "lookupSent";
    }

    /** Returns whether a peer that a request goes to is not the sender's first successor. */
    static boolean isShortcut(PeerId from, PeerId to, RingState before) {
        return before.peer(from)
                .filter(sender -> sender.settings().shortcuts())
                .map(PeerState::successors)
                .filter(successors -> !successors.isEmpty() && !successors.getFirst().equals(to))
                .isPresent();
    }

    private static String suffix(LookupPurpose purpose) {
        return switch (purpose) {
            case REQUEST -> "";
            case STORE -> ".store";
            case RETURN -> ".return";
        };
    }

    /**
     * Each peer has forwarded it twice already: nobody takes it (PROGRAMS 3.7). Of some peers of a
     * ring nobody can tell.
     */
    private static boolean comesRound(LookupEvent.LookupForwarded event, RingState before) {
        int members = before.health().living().size();
        return before.health().isWhole()
                && members > 0
                && IdealRing.circulates(event.hop(), 1, members);
    }

    private static String round(LookupEvent.LookupForwarded event, RingState before) {
        return format(
                "lookupForwarded.round",
                event.number(),
                event.hop(),
                before.health().living().size(),
                event.to());
    }

    private static String forwarded(
            PeerId peer, LookupEvent.LookupForwarded event, RingState before) {
        if (event.replica() > 0) {
            return format("lookupForwarded.copy", event.number(), event.to());
        }
        PeerId hash = event.number().hashOn(peer.circle());
        String range =
                predecessor(peer, before)
                        .filter(predecessor -> !hash.isInArc(predecessor, peer))
                        .map(predecessor -> format("outside", hash, predecessor, peer))
                        .orElseGet(() -> format("outside.unknown", hash, peer));
        return format(
                event.meant()
                        ? "lookupForwarded.meant"
                        : isShortcut(peer, event.to(), before)
                                ? "lookupForwarded.shortcut"
                                : "lookupForwarded",
                event.number(),
                range,
                event.to(),
                hash,
                peer);
    }

    private static Explanation arrived(
            ExplanationBuilder says,
            PeerId peer,
            LookupEvent.LookupArrived event,
            RingState before) {
        PeerId hash = event.number().hashOn(peer.circle());
        String range =
                predecessor(peer, before)
                        .filter(predecessor -> hash.isInArc(predecessor, peer))
                        .map(predecessor -> format("inside", hash, predecessor, peer))
                        .orElseGet(() -> format("inside.unknown", hash, peer));
        return event.held() || event.purpose() != LookupPurpose.REQUEST
                ? says.transfer(
                        format(
                                "lookupArrived" + suffix(event.purpose()),
                                event.number(),
                                range,
                                event.requester()),
                        event.requester())
                : says.bad(missing(peer, event, range, before), event.requester());
    }

    private static String missing(
            PeerId peer, LookupEvent.LookupArrived event, String range, RingState before) {
        PeerId owner = owner(before, event.requester(), event.lookupId(), peer);
        return owner.equals(peer)
                ? format("lookupArrived.missing", event.number(), range, event.requester())
                : format("lookupArrived.noCopy", event.number(), owner, event.requester());
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

    private static Explanation answered(
            ExplanationBuilder says,
            PeerId peer,
            LookupEvent.LookupAnswered event,
            RingState before) {
        return event.held() || event.purpose() != LookupPurpose.REQUEST
                ? says.plain(
                        format(
                                "lookupAnswered" + suffix(event.purpose()),
                                peer,
                                event.owner(),
                                event.number()),
                        event.owner())
                : says.warning(missing(peer, event, before), event.owner());
    }

    private static String missing(PeerId peer, LookupEvent.LookupAnswered event, RingState before) {
        PeerId owner = owner(before, peer, event.lookupId(), event.owner());
        return owner.equals(event.owner())
                ? format("lookupAnswered.missing", peer, owner, event.number())
                : format("lookupAnswered.noCopy", peer, event.owner(), event.number(), owner);
    }

    static Explanation of(StatusEntry entry, FileEvent event, RingState before) {
        PeerId peer = entry.peer();
        ExplanationBuilder says = new ExplanationBuilder(entry, EventKind.TRANSFERS);
        return switch (event) {
            case FileEvent.FilesHeld e -> {
                long owned = e.files().stream().filter(HeldFile::owned).count();
                yield says.plain(format("filesHeld", peer, owned, e.files().size() - owned));
            }
            case FileEvent.FileWritten e ->
                    says.good(
                            format(
                                    e.name().equals(e.prescribedName())
                                            ? "fileWritten"
                                            : "fileWritten.named",
                                    peer,
                                    e.file(),
                                    Amounts.bytes(e.bytes()),
                                    e.name(),
                                    e.prescribedName()));
            case FileEvent.FileReceived e ->
                    says.good(
                            format(
                                    "fileReceived",
                                    peer,
                                    e.file(),
                                    Amounts.bytes(e.bytes()),
                                    e.from(),
                                    e.path()),
                            e.from());
            case FileEvent.FileStored e ->
                    says.good(
                            format(
                                    e.holders() == 1 ? "fileStored.one" : "fileStored",
                                    e.file(),
                                    e.owner(),
                                    e.holders(),
                                    e.file().number().hash()),
                            e.owner());
            case FileEvent.FileDamaged e ->
                    says.bad(format("fileDamaged", peer, e.file(), e.reason()));
            case FileEvent.FileMended e ->
                    e.from().equals(peer)
                            ? says.good(format("fileMended.self", peer, e.file()))
                            : says.good(format("fileMended", peer, e.file(), e.from()), e.from());
            case FileEvent.TransferStarted e ->
                    says.transfer(TransferSentences.started(peer, e), e.other());
            case FileEvent.TransferProgress e -> says.plain(TransferSentences.progress(peer, e));
            case FileEvent.SegmentTraced e -> TransferSentences.traced(says, peer, e, before);
            case FileEvent.TransferDone e -> TransferSentences.done(says, peer, e, before);
            case FileEvent.TransferFailed e -> TransferSentences.failed(says, peer, e, before);
        };
    }
}
