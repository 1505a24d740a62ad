package ringside.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence.Reason;

/**
 * What a ring must say after each thing done to it. Sentences of one peer stand in the order in
 * which it must say them. Pure: a function of ids alone.
 */
public final class Stories {

    /** A peer knows, and pings, this many successors. */
    private static final int SUCCESSORS = 2;

    private Stories() {}

    /**
     * Returns what is said when a ring runs: each peer is pinged by its two predecessors, and is
     * answered by its two successors.
     *
     * @param ring all ids, in any order
     */
    public static List<ExpectedSentence> ofStart(Collection<PeerId> ring) {
        return new TreeSet<>(ring).stream().flatMap(peer -> pings(ring, peer)).toList();
    }

    private static Stream<ExpectedSentence> pings(Collection<PeerId> ring, PeerId peer) {
        TreeSet<PeerId> ids = new TreeSet<>(ring);
        return Stream.concat(
                IdealRing.predecessors(ids, peer, SUCCESSORS).stream()
                        .map(from -> said(peer, SentenceKind.PING_REQUEST, Reason.PINGED, from)),
                IdealRing.successors(ids, peer, SUCCESSORS).stream()
                        .map(to -> said(peer, SentenceKind.PING_RESPONSE, Reason.ANSWERED, to)));
    }

    /**
     * Returns what is said about a request for a file that its owner has.
     *
     * @return empty when the requester owns it: nothing is prescribed then
     */
    public static List<ExpectedSentence> ofRequest(
            Collection<PeerId> ring, PeerId requester, FileNumber file) {
        TreeSet<PeerId> ids = new TreeSet<>(ring);
        PeerId owner = IdealRing.owner(ids, file.hash());
        if (owner.equals(requester)) {
            return List.of();
        }
        List<ExpectedSentence> story = new ArrayList<>();
        story.add(about(file, requester, SentenceKind.REQUEST_SENT, Reason.REQUESTED));
        for (PeerId passed : between(ids, requester, owner)) {
            story.add(about(file, passed, SentenceKind.NOT_HERE, Reason.NOT_OWNER));
            story.add(about(file, passed, SentenceKind.FORWARDED, Reason.NOT_OWNER));
        }
        story.add(about(file, owner, SentenceKind.HERE, Reason.OWNER));
        story.add(about(file, owner, SentenceKind.RESPONSE_SENT, Reason.OWNER, requester));
        story.add(about(file, requester, SentenceKind.RESPONSE_FROM, Reason.REQUESTER, owner));
        story.add(about(file, owner, SentenceKind.SENDING, Reason.OWNER, requester));
        story.add(about(file, requester, SentenceKind.RECEIVING, Reason.REQUESTER, owner));
        story.add(about(file, owner, SentenceKind.SENT, Reason.OWNER, requester));
        story.add(about(file, requester, SentenceKind.RECEIVED, Reason.REQUESTER, owner));
        return story;
    }

    /**
     * Returns what owner and requester say about a request that may take shortcuts: whom it passes
     * is not prescribed (SPEC 3.6).
     */
    public static List<ExpectedSentence> ofRequestByShortcuts(
            Collection<PeerId> ring, PeerId requester, FileNumber file) {
        return ofRequest(ring, requester, file).stream()
                .filter(said -> said.reason() == Reason.OWNER || said.reason() == Reason.REQUESTER)
                .toList();
    }

    /**
     * Returns what both predecessors of a leaver say: that it leaves, and then both successors,
     * also the one that has not changed.
     *
     * @param ring with the leaver
     */
    public static List<ExpectedSentence> ofQuit(Collection<PeerId> ring, PeerId leaver) {
        return ofEnd(ring, leaver, SentenceKind.DEPARTS, Reason.LEFT);
    }

    /**
     * Returns what both predecessors of a killed peer say: that it is dead, and then both
     * successors, also the one that has not changed.
     *
     * @param ring with the killed peer
     */
    public static List<ExpectedSentence> ofKill(Collection<PeerId> ring, PeerId killed) {
        return ofEnd(ring, killed, SentenceKind.DEAD, Reason.KILLED);
    }

    /**
     * Returns what both predecessors of a paused peer say unless it goes on in time: nobody can
     * tell it from a killed one.
     *
     * @param ring with the paused peer
     */
    public static List<ExpectedSentence> ofPause(Collection<PeerId> ring, PeerId paused) {
        return ofEnd(ring, paused, SentenceKind.DEAD, Reason.PAUSED);
    }

    private static List<ExpectedSentence> ofEnd(
            Collection<PeerId> ring, PeerId gone, SentenceKind kind, Reason reason) {
        TreeSet<PeerId> before = new TreeSet<>(ring);
        TreeSet<PeerId> after = new TreeSet<>(ring);
        after.remove(gone);
        List<ExpectedSentence> story = new ArrayList<>();
        for (PeerId teller : IdealRing.predecessors(before, gone, SUCCESSORS)) {
            story.add(said(teller, kind, reason, gone));
            List<PeerId> successors = IdealRing.successors(after, teller, SUCCESSORS);
            if (successors.size() == SUCCESSORS) {
                story.add(
                        said(teller, SentenceKind.FIRST_SUCCESSOR, reason, successors.getFirst()));
                story.add(
                        said(teller, SentenceKind.SECOND_SUCCESSOR, reason, successors.getLast()));
            }
        }
        return story;
    }

    private static List<PeerId> between(Set<PeerId> ids, PeerId from, PeerId to) {
        return ids.stream()
                .filter(id -> id.isBetween(from, to))
                .sorted(from.nearestFirst())
                .toList();
    }

    private static ExpectedSentence said(
            PeerId speaker, SentenceKind kind, Reason reason, PeerId... peers) {
        return new ExpectedSentence(speaker, kind, List.of(peers), null, reason);
    }

    private static ExpectedSentence about(
            FileNumber file, PeerId speaker, SentenceKind kind, Reason reason, PeerId... peers) {
        return new ExpectedSentence(speaker, kind, List.of(peers), file, reason);
    }
}
