package ringside.check;

import static ringside.check.Judge.said;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import ringside.check.Observation.LossBegan;
import ringside.check.Observation.LossRefused;
import ringside.check.Observation.Said;
import ringside.ring.IdealRing;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.SentenceKind;

/** Judges a ring that loses datagrams for real, and peers two by two (PROGRAMS 5.11). */
final class LosingJudge {

    private LosingJudge() {}

    /** The file must arrive; how, and what the pings do meanwhile, is not looked at. */
    static Finding realLoss(Evidence evidence) {
        Optional<LossRefused> refused = evidence.since(LossRefused.class).findFirst();
        if (refused.isPresent()) {
            return Finding.without(
                    CheckName.REAL_LOSS, Verdict.NOT_APPLICABLE, refused.get().reason());
        }
        PeerId requester = evidence.plan().requester();
        PeerId owner = evidence.plan().owner();
        boolean arrived =
                evidence.since(LossBegan.class).findAny().isPresent()
                        && BeyondJudge.hasArrived(
                                evidence,
                                requester,
                                evidence.digestOf(owner, evidence.plan().file()));
        return arrived
                ? Finding.held(CheckName.REAL_LOSS, List.of())
                : Finding.failed(
                        CheckName.REAL_LOSS,
                        List.of(said("loss.expected", requester, owner)),
                        RequestJudge.instead(evidence),
                        List.of());
    }

    /** Both leave, and after the second one its predecessors have the right successors. */
    static Finding twoQuits(Evidence evidence) {
        Finding told = ChangeJudge.successors(CheckName.TWO_QUITS, evidence);
        List<PeerId> stayed =
                Stream.of(evidence.plan().leaver(), evidence.plan().victim())
                        .filter(peer -> !ChangeJudge.hasLeft(evidence, peer))
                        .toList();
        return told.verdict().isGood() && !stayed.isEmpty()
                ? Finding.failed(
                        CheckName.TWO_QUITS,
                        stayed.stream().map(peer -> said("departure.deed", peer)).toList(),
                        stayed.stream().map(peer -> said("departure.lives", peer)).toList(),
                        told.evidence())
                : told;
    }

    /**
     * A peer that knows two successors and loses both at once cannot heal, and the one before it,
     * which asks it for a new successor, cannot either, and may stop pinging while it asks. So only
     * this is asked for: the deaths are noticed, nobody else ends or is declared dead, and whoever
     * has lost no successor goes on pinging after the last death is told of.
     */
    static Finding neighboursKilled(Evidence evidence) {
        Set<PeerId> dead = killedIn(evidence.deed());
        List<String> wrong = new ArrayList<>(BeyondJudge.endsOfOthers(evidence, dead));
        List<Said> deaths =
                evidence.said(SentenceKind.DEAD)
                        .filter(said -> !dead.contains(said.peer()))
                        .toList();
        deaths.stream()
                .filter(said -> !dead.containsAll(said.sentence().peers()))
                .map(evidence::lineOf)
                .distinct()
                .forEach(wrong::add);
        if (deaths.isEmpty()) {
            wrong.add(said("neighbours.unnoticed", dead));
        }
        long lastDeath = evidence.lastNewDeath();
        SortedSet<PeerId> before = new TreeSet<>(evidence.living());
        for (PeerId peer : before) {
            List<PeerId> successors = IdealRing.successors(before, peer, 2);
            PeerId successor = successors.getFirst();
            boolean hasLostNobody = !dead.contains(peer) && Collections.disjoint(dead, successors);
            if (hasLostNobody
                    && evidence.said(SentenceKind.PING_REQUEST)
                            .filter(said -> said.atMicros() > lastDeath)
                            .filter(said -> said.sentence().peers().contains(peer))
                            .noneMatch(said -> said.peer().equals(successor))) {
                wrong.add(said("neighbours.unpinged", peer, successor));
            }
        }
        return BeyondJudge.afterAWhile(
                CheckName.NEIGHBOURS_KILLED,
                evidence,
                BeyondJudge.intervalsAfter(lastDeath, evidence),
                said("neighbours.expected", dead),
                wrong);
    }

    private static Set<PeerId> killedIn(Deed deed) {
        if (deed instanceof Deed.KillNeighbours(PeerId first, PeerId second)) {
            return new TreeSet<>(Set.of(first, second));
        }
        throw new IllegalArgumentException("no neighbours are killed in " + deed);
    }
}
