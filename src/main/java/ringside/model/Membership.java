package ringside.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import ringside.model.NeighbourFault.Role;
import ringside.ring.PeerId;

/**
 * The living members of a ring, and where the neighbours that they believe in differ from those
 * that sorting the ids gives. Equals {@link ringside.ring.IdealRing} for each peer, but judges only
 * those again that a change touches. Each host that is cut off is a ring of its own. Immutable.
 */
final class Membership {

    static final Membership EMPTY =
            new Membership(IdMap.empty(), IdMap.empty(), IdMap.empty(), true);

    /** Successors and predecessors that count (SPEC 11: 'wait ring'). */
    private static final int COMPARED = 2;

    private final IdMap<Member> members;
    private final IdMap<PeerId> arriving;
    private final IdMap<List<NeighbourFault>> faults;
    private final boolean isWhole;

    // Lists of what the maps hold, made when they are first asked for; two threads make the same.
    private @Nullable List<PeerId> livingList;
    private @Nullable List<PeerId> arrivingList;
    private @Nullable List<NeighbourFault> faultList;

    /**
     * A living member with what it believes of its neighbours, nearest first.
     *
     * @param part the members that it can reach have the same
     */
    private record Member(
            PeerId id, String part, List<PeerId> successors, List<PeerId> predecessors) {}

    private Membership(
            IdMap<Member> members,
            IdMap<PeerId> arriving,
            IdMap<List<NeighbourFault>> faults,
            boolean isWhole) {
        this.members = members;
        this.arriving = arriving;
        this.faults = faults;
        this.isWhole = isWhole;
    }

    /** Returns the membership after an event of one peer. */
    Membership after(PeerState peer, Hosts hosts) {
        String host = peer.process().host();
        boolean wasMember = members.get(peer.id()) != null;
        boolean isMember = peer.isLivingMember() && !hosts.isSilent(host);
        if (!wasMember && !isMember) {
            return this;
        }
        IdMap<Member> now =
                isMember
                        ? members.with(
                                peer.id(),
                                new Member(
                                        peer.id(),
                                        hosts.part(host),
                                        peer.successors(),
                                        peer.predecessors()))
                        : members.without(peer.id());
        IdMap<PeerId> coming =
                isMember && peer.phase() != PeerPhase.RUNNING
                        ? arriving.with(peer.id(), peer.id())
                        : arriving.without(peer.id());
        if (!isWhole) {
            return new Membership(now, coming, faults, false);
        }
        SequencedSet<Member> touched =
                wasMember == isMember
                        ? new LinkedHashSet<>()
                        : around(peer.id(), hosts.part(host), now);
        Member own = now.get(peer.id());
        if (own != null) {
            touched.add(own);
        }
        IdMap<List<NeighbourFault>> wrong = faults.without(peer.id());
        for (Member each : touched) {
            List<NeighbourFault> found = judge(each, now);
            wrong = found.isEmpty() ? wrong.without(each.id()) : wrong.with(each.id(), found);
        }
        return new Membership(now, coming, wrong, true);
    }

    /** Returns the membership after an event of a whole host. */
    Membership judgedAnew(List<PeerState> peers, Hosts hosts) {
        Membership anew = new Membership(IdMap.empty(), IdMap.empty(), IdMap.empty(), isWhole);
        for (PeerState peer : peers) {
            anew = anew.after(peer, hosts);
        }
        return anew;
    }

    /** Returns the members that compare themselves with a peer, or did before it ended. */
    private static SequencedSet<Member> around(PeerId peer, String part, IdMap<Member> members) {
        SequencedSet<Member> around = new LinkedHashSet<>();
        PeerId after = peer;
        PeerId before = peer;
        for (int step = 1; step <= COMPARED; step++) {
            Member next = nearest(after, part, members, IdMap::after);
            Member previous = nearest(before, part, members, IdMap::before);
            if (next != null && previous != null) {
                around.add(next);
                around.add(previous);
                after = next.id();
                before = previous.id();
            }
        }
        return around;
    }

    private static List<NeighbourFault> judge(Member peer, IdMap<Member> members) {
        List<NeighbourFault> faults = new ArrayList<>();
        PeerId after = peer.id();
        for (int step = 1; step <= COMPARED; step++) {
            Member next = other(peer, nearest(after, peer.part(), members, IdMap::after));
            Role role = step == 1 ? Role.FIRST_SUCCESSOR : Role.SECOND_SUCCESSOR;
            compare(peer.id(), role, nth(peer.successors(), step), next, faults);
            after = next == null ? after : next.id();
        }
        PeerId before = peer.id();
        for (int step = 1; step <= COMPARED; step++) {
            Member previous = other(peer, nearest(before, peer.part(), members, IdMap::before));
            Role role = step == 1 ? Role.FIRST_PREDECESSOR : Role.SECOND_PREDECESSOR;
            compare(peer.id(), role, nth(peer.predecessors(), step), previous, faults);
            before = previous == null ? before : previous.id();
        }
        return List.copyOf(faults);
    }

    /** Returns the nearest member of a part, in one of the two directions. */
    private static @Nullable Member nearest(
            PeerId from,
            String part,
            IdMap<Member> members,
            BiFunction<IdMap<Member>, PeerId, @Nullable Member> step) {
        PeerId at = from;
        for (int i = 0; i < members.size(); i++) {
            Member next = step.apply(members, at);
            if (next == null || next.part().equals(part)) {
                return next;
            }
            at = next.id();
        }
        return null;
    }

    /** Nobody is a neighbour of itself. */
    private static @Nullable Member other(Member peer, @Nullable Member found) {
        return found == null || found.id().equals(peer.id()) ? null : found;
    }

    private static @Nullable PeerId nth(List<PeerId> neighbours, int step) {
        return step <= neighbours.size() ? neighbours.get(step - 1) : null;
    }

    private static void compare(
            PeerId peer,
            Role role,
            @Nullable PeerId actual,
            @Nullable Member right,
            List<NeighbourFault> faults) {
        PeerId expected = right == null ? null : right.id();
        boolean same = actual == null ? expected == null : actual.equals(expected);
        if (!same) {
            faults.add(new NeighbourFault(peer, role, actual, expected));
        }
    }

    /** Returns the membership of a ring of which only some peers are seen: none is judged. */
    Membership ofSome() {
        return new Membership(members, arriving, IdMap.empty(), false);
    }

    /** Returns whether all peers of the ring are seen. */
    boolean isWhole() {
        return isWhole;
    }

    /** Returns whether no peer is a living member. */
    boolean isEmpty() {
        return members.isEmpty();
    }

    /** Returns whether no member is joining and all have the right neighbours. */
    boolean isConsistent() {
        return faults.isEmpty() && arriving.isEmpty();
    }

    /** Returns the first living member at or after a place of the ring's circle. */
    Optional<PeerId> owner(PeerId place) {
        return Optional.ofNullable(members.atOrAfter(place)).map(Member::id);
    }

    /** Returns the living members, by id. */
    List<PeerId> living() {
        List<PeerId> known = livingList;
        if (known == null) {
            known = members.values().stream().map(Member::id).toList();
            livingList = known;
        }
        return known;
    }

    /** Returns the members that are still joining, by id. */
    List<PeerId> arriving() {
        List<PeerId> known = arrivingList;
        if (known == null) {
            known = List.copyOf(arriving.values());
            arrivingList = known;
        }
        return known;
    }

    /** Returns every wrong neighbour, by the peer that has it. */
    List<NeighbourFault> faults() {
        List<NeighbourFault> known = faultList;
        if (known == null) {
            known = faults.values().stream().flatMap(List::stream).toList();
            faultList = known;
        }
        return known;
    }
}
