package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.model.NeighbourFault.Role;
import ringside.ring.Circle;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;

/** Members judged one change at a time are judged as all of them at once. */
class MembershipTest {

    private static final int CHANGES = 600;

    @ParameterizedTest
    @CsvSource({"8, 3", "8, 6", "8, 30", "18, 5", "18, 40"})
    void itJudgesAsSortingAllIdsDoes(int bits, int most) {
        Random random = new Random(most);
        List<PeerId> ids =
                Stream.generate(() -> Circle.of(bits).wrapped(random.nextLong()))
                        .distinct()
                        .limit(most)
                        .toList();
        TreeMap<PeerId, PeerState> peers = new TreeMap<>();
        Membership membership = Membership.EMPTY;
        for (int change = 0; change < CHANGES; change++) {
            PeerId id = ids.get(random.nextInt(most));
            PeerState peer = changed(id, living(peers), random);
            peers.put(id, peer);
            membership = membership.after(peer, Hosts.NONE);
            TreeSet<PeerId> living = living(peers);

            assertThat(membership.living()).containsExactlyElementsOf(living);
            assertThat(membership.arriving())
                    .isEqualTo(
                            living.stream()
                                    .filter(each -> peers.get(each).phase() == PeerPhase.JOINING)
                                    .toList());
            assertThat(membership.faults())
                    .isEqualTo(
                            living.stream()
                                    .flatMap(each -> faults(peers.get(each), living).stream())
                                    .toList());
            assertThat(membership.isConsistent())
                    .isEqualTo(membership.faults().isEmpty() && membership.arriving().isEmpty());
            if (!living.isEmpty()) {
                PeerId place = ids.get(random.nextInt(most)).plus(random.nextInt(9));
                assertThat(membership.owner(place)).contains(IdealRing.owner(living, place));
            }
        }
    }

    private static TreeSet<PeerId> living(TreeMap<PeerId, PeerState> peers) {
        TreeSet<PeerId> living = new TreeSet<>();
        peers.values().stream()
                .filter(PeerState::isLivingMember)
                .forEach(peer -> living.add(peer.id()));
        return living;
    }

    /** Returns a peer in a drawn phase, mostly with the right neighbours. */
    private static PeerState changed(PeerId id, TreeSet<PeerId> living, Random random) {
        List<PeerPhase> phases =
                List.of(PeerPhase.RUNNING, PeerPhase.RUNNING, PeerPhase.JOINING, PeerPhase.KILLED);
        PeerPhase phase = phases.get(random.nextInt(phases.size()));
        PeerState peer = PeerState.of(id).withProcess(PeerProcess.starting(1, 0, 1).with(phase, 1));
        return random.nextInt(4) == 0
                ? peer
                : peer.withSuccessors(IdealRing.successors(living, id, 4))
                        .withPredecessors(IdealRing.predecessors(living, id, 2));
    }

    private static List<NeighbourFault> faults(PeerState peer, TreeSet<PeerId> living) {
        List<PeerId> after = IdealRing.successors(living, peer.id(), 2);
        List<PeerId> before = IdealRing.predecessors(living, peer.id(), 2);
        List<NeighbourFault> faults = new ArrayList<>();
        compare(peer, Role.FIRST_SUCCESSOR, peer.successors(), after, 0, faults);
        compare(peer, Role.SECOND_SUCCESSOR, peer.successors(), after, 1, faults);
        compare(peer, Role.FIRST_PREDECESSOR, peer.predecessors(), before, 0, faults);
        compare(peer, Role.SECOND_PREDECESSOR, peer.predecessors(), before, 1, faults);
        return faults;
    }

    private static void compare(
            PeerState peer,
            Role role,
            List<PeerId> believed,
            List<PeerId> right,
            int index,
            List<NeighbourFault> faults) {
        PeerId actual = index < believed.size() ? believed.get(index) : null;
        PeerId expected = index < right.size() ? right.get(index) : null;
        if (!Objects.equals(actual, expected)) {
            faults.add(new NeighbourFault(peer.id(), role, actual, expected));
        }
    }
}
