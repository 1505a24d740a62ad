package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * Which hashes a peer holds files for: those in (its third predecessor, itself] with three copies,
 * and so on (SPEC 8.2). Two predecessors are known from pings; who precedes them they are asked.
 */
final class ReplicaRange {

    private enum Extent {
        /** Somebody has not answered, or not yet. */
        UNKNOWN,
        /** From one of the predecessors that were found. */
        ARC,
        /** There are no more peers than holders of a file. */
        CIRCLE
    }

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final List<PeerId> predecessors = new ArrayList<>();
    private Extent extent = Extent.UNKNOWN;
    private Runnable afterwards = () -> {};

    ReplicaRange(PeerContext context, Neighbourhood neighbourhood) {
        this.context = context;
        this.neighbourhood = neighbourhood;
    }

    /**
     * Finds the range out as far as the predecessors answer, and then goes on. Until then the old
     * one counts no longer: a neighbour has changed.
     */
    void find(Runnable then) {
        extent = Extent.UNKNOWN;
        predecessors.clear();
        predecessors.addAll(neighbourhood.predecessors());
        afterwards = then;
        if (predecessors.isEmpty()) {
            end(Extent.UNKNOWN);
        } else {
            goOn();
        }
    }

    private void goOn() {
        if (predecessors.size() >= context.settings().copies()) {
            end(Extent.ARC);
            return;
        }
        PeerId farthest = predecessors.getLast();
        context.ask(
                farthest,
                new Message.NeighboursWanted(context.self),
                new Purpose.RangeWanted(farthest));
    }

    void onAnswer(PeerId asked, Message.Neighbours answer) {
        List<PeerId> beyond =
                answer.predecessors().stream()
                        .takeWhile(peer -> peer.isBetween(context.self, asked))
                        .toList();
        predecessors.addAll(beyond);
        if (!beyond.isEmpty()) {
            goOn();
        } else {
            end(answer.predecessors().isEmpty() ? Extent.UNKNOWN : Extent.CIRCLE);
        }
    }

    void onSilence() {
        end(Extent.UNKNOWN);
    }

    private void end(Extent found) {
        extent = found;
        afterwards.run();
    }

    /** Whether this peer is to hold a file, for certain. */
    boolean includes(StoredFile file) {
        return switch (extent) {
            case UNKNOWN -> false;
            case ARC -> isInArc(file.name().number());
            case CIRCLE -> true;
        };
    }

    /** Whether this peer is not to hold a file, for certain. */
    boolean excludes(FileNumber number) {
        return extent == Extent.ARC && !isInArc(number);
    }

    private boolean isInArc(FileNumber number) {
        PeerId start = predecessors.get(context.settings().copies() - 1);
        return number.hash().isInArc(start, context.self);
    }
}
