package ringside.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;

/**
 * One search for the owner of a file, hop by hop (SPEC 3.2).
 *
 * @param lookupId drawn by the requester
 * @param attempt 1 to 3
 * @param hops in the order of their reports, at most {@value #HOPS_KEPT}
 * @param owner the owner of the hash, or null while not known
 * @param held whether the owner has the file; only with an owner
 * @param failure why the requester gave up; empty otherwise
 * @param startedAtMicros when the requester sent it first
 * @param endedAtMicros when the requester had an answer or gave up; 0 before
 */
@RecordBuilder
public record LookupState(
        long lookupId,
        PeerId requester,
        LookupPurpose purpose,
        FileNumber number,
        int attempt,
        List<Hop> hops,
        @Nullable PeerId owner,
        boolean held,
        String failure,
        long startedAtMicros,
        long endedAtMicros)
        implements LookupStateBuilder.With {

    /** A lookup takes at most 256 hops (SPEC 3.2), three times over. */
    public static final int HOPS_KEPT = 768;

    /** A request of which nothing was heard for so long does not go round any more. */
    private static final long STILL_MICROS = 5_000_000;

    public LookupState {
        hops = List.copyOf(hops);
    }

    /**
     * One step from peer to peer.
     *
     * @param number 1 for the requester's own step
     * @param atMicros when it was taken
     */
    public record Hop(PeerId from, PeerId to, int number, long atMicros) {}

    /**
     * Returns whether it goes on being forwarded, has been more than twice as often as there are
     * peers in each attempt, and has no answer (PROGRAMS 3.7).
     *
     * @param peers living members
     */
    boolean circulates(int peers, long nowMicros) {
        return endedAtMicros == 0
                && IdealRing.circulates(forwarded(), attempt, peers)
                && nowMicros - hops.getLast().atMicros() < STILL_MICROS;
    }

    /** Returns how often it was forwarded; the requester's own step does not count. */
    private int forwarded() {
        return Math.toIntExact(hops.stream().filter(hop -> hop.number() > 1).count());
    }

    /**
     * Says that it circulates, such as: The request for 2012 from 8 goes round and round.
     *
     * @param peers living members
     */
    String circulating(int peers) {
        return ExplanationTexts.format("circulates", number, requester, forwarded(), peers);
    }

    /** Returns what identifies it. */
    public RequestKey key() {
        return new RequestKey(requester, lookupId);
    }

    static LookupState first(
            long lookupId,
            PeerId requester,
            LookupPurpose purpose,
            FileNumber number,
            long atMicros) {
        return new LookupState(
                lookupId, requester, purpose, number, 1, List.of(), null, false, "", atMicros, 0);
    }

    LookupState via(Hop hop) {
        return withHops(plus(hop));
    }

    LookupState withOwner(PeerId owner, boolean held) {
        return with().owner(owner).held(held).build();
    }

    /** The owner of the hash, when this peer reports that a file is there or not. */
    PeerId ownerIfNotHeldBy(PeerId reporter, boolean held) {
        PeerId known = owner;
        return held || known == null ? reporter : known;
    }

    LookupState ended(String failure, long atMicros) {
        return with().failure(failure).endedAtMicros(atMicros).build();
    }

    private List<Hop> plus(Hop hop) {
        if (hops.size() == HOPS_KEPT) {
            return hops;
        }
        List<Hop> longer = new ArrayList<>(hops);
        longer.add(hop);
        return longer;
    }
}
