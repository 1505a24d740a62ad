package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import ringside.ring.PeerId;

/**
 * Which hashes a peer holds files for: those in (its third predecessor, itself] with three copies,
 * and so on (SPEC 8.2). Two predecessors are known from pings; who precedes them they are asked.
 */
final class Range {

    private final Surroundings at;
    private final Neighbourhood neighbourhood;
    private final List<PeerId> predecessors = new ArrayList<>();
    private Runnable afterwards = () -> {};

    Range(Surroundings at, Neighbourhood neighbourhood) {
        this.at = at;
        this.neighbourhood = neighbourhood;
    }

    /** Finds the range out, and then goes on; where somebody does not answer, with the whole circle. */
    void find(Runnable then) {
        predecessors.clear();
        predecessors.addAll(neighbourhood.predecessors());
        afterwards = then;
        goOn();
    }

    private void goOn() {
        if (predecessors.size() >= at.settings().copies() || predecessors.isEmpty()) {
            afterwards.run();
            return;
        }
        PeerId farthest = predecessors.getLast();
        at.ask(
                farthest,
                new Message.NeighboursWanted(at.self),
                new Purpose.RangeWanted(farthest));
    }

    void onAnswer(PeerId asked, Message.Neighbours answer) {
        if (predecessors.isEmpty() || !asked.equals(predecessors.getLast())) {
            return;
        }
        List<PeerId> beyond =
                answer.predecessors().stream()
                        .takeWhile(peer -> peer.isBetween(at.self, predecessors.getLast()))
                        .toList();
        predecessors.addAll(beyond);
        if (beyond.isEmpty()) {
            predecessors.clear();
        }
        goOn();
    }

    void onSilence(PeerId asked) {
        if (!predecessors.isEmpty() && asked.equals(predecessors.getLast())) {
            predecessors.clear();
            goOn();
        }
    }

    /** Whether this peer is to hold a file; true for all where the ring is smaller than that. */
    Predicate<StoredFile> isHeldHere() {
        int copies = at.settings().copies();
        if (predecessors.size() < copies) {
            return file -> true;
        }
        PeerId start = predecessors.get(copies - 1);
        return file -> file.name().number().hash().isInArc(start, at.self);
    }
}
