package ringside.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;

/**
 * One search for the owner of a file, hop by hop (SPEC 3.2).
 *
 * @param lookupId drawn by the requester
 * @param attempt 1 to 3
 * @param hops in the order in which they were told, at most {@value #HOPS_KEPT}
 * @param owner who owns the hash, or null while not known
 * @param held whether the owner has the file; only with an owner
 * @param failure why the requester gave up; empty otherwise
 * @param startedAtMicros when the requester sent it first
 * @param endedAtMicros when the requester had an answer or gave up; 0 before
 */
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
        long endedAtMicros) {

    /** A lookup takes at most 256 hops (SPEC 3.2), three times over. */
    public static final int HOPS_KEPT = 768;

    /** Checks that nothing is missing. */
    public LookupState {
        requireNonNull(requester, "requester");
        requireNonNull(purpose, "purpose");
        requireNonNull(number, "number");
        hops = List.copyOf(hops);
        requireNonNull(failure, "failure");
    }

    /**
     * One step from peer to peer.
     *
     * @param number 1 for the requester's own step
     * @param atMicros when it was taken
     */
    public record Hop(PeerId from, PeerId to, int number, long atMicros) {}

    LookupState asking(LookupPurpose itsPurpose, int itsAttempt, Hop first) {
        return new LookupState(
                lookupId,
                requester,
                itsPurpose,
                number,
                itsAttempt,
                plus(first),
                owner,
                held,
                failure,
                startedAtMicros,
                endedAtMicros);
    }

    LookupState via(Hop hop) {
        return asking(purpose, attempt, hop);
    }

    LookupState at(PeerId itsOwner, boolean itHolds) {
        return new LookupState(
                lookupId,
                requester,
                purpose,
                number,
                attempt,
                hops,
                itsOwner,
                itHolds,
                failure,
                startedAtMicros,
                endedAtMicros);
    }

    /** The owner of the hash, when this peer reports that a file is there or not. */
    PeerId ownerIfNotHeldBy(PeerId teller, boolean itHolds) {
        PeerId known = owner;
        return itHolds || known == null ? teller : known;
    }

    LookupState ended(String why, long atMicros) {
        return new LookupState(
                lookupId,
                requester,
                purpose,
                number,
                attempt,
                hops,
                owner,
                held,
                why,
                startedAtMicros,
                atMicros);
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
