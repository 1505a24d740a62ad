package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * The range of hashes whose files a peer holds: with three copies, (its third predecessor, itself],
 * and so on (SPEC 8.2). Two predecessors are known from pings; the earlier ones are found by
 * asking.
 */
final class ReplicaRange {

    private enum Extent {
        /** A predecessor has not answered, or not yet. */
        UNKNOWN,
        /** The range begins at one of the predecessors found. */
        ARC,
        /** The ring has no more peers than a file has holders. */
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
     * Determines the range again, after a change of neighbours, and then runs the callback. The old
     * range is invalid from now on; the new one stays unknown if a predecessor does not answer.
     */
    void find(Runnable then) {
        extent = Extent.UNKNOWN;
        predecessors.clear();
        predecessors.addAll(neighbourhood.predecessors());
        afterwards = then;
        if (predecessors.isEmpty()) {
            end(Extent.UNKNOWN);
        } else {
            proceed();
        }
    }

    private void proceed() {
        if (predecessors.size() >= context.settings().replicas()) {
            end(Extent.ARC);
            return;
        }
        PeerId farthest = predecessors.getLast();
        context.ask(
                farthest,
                new Message.NeighboursWanted(context.self),
                new QuestionPurpose.RangeWanted(farthest));
    }

    void onAnswer(PeerId asked, Message.Neighbours answer) {
        List<PeerId> beyond =
                answer.predecessors().stream()
                        .takeWhile(peer -> peer.isBetween(context.self, asked))
                        .toList();
        predecessors.addAll(beyond);
        if (!beyond.isEmpty()) {
            proceed();
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

    /** Returns whether this peer certainly should hold a file. */
    boolean includes(StoredFile file) {
        return switch (extent) {
            case UNKNOWN -> false;
            case ARC -> isInArc(file.name().number());
            case CIRCLE -> true;
        };
    }

    /** Returns whether this peer certainly should not hold a file. */
    boolean excludes(FileNumber number) {
        return extent == Extent.ARC && !isInArc(number);
    }

    private boolean isInArc(FileNumber number) {
        PeerId start = predecessors.get(context.settings().replicas() - 1);
        return context.hashOf(number).isInArc(start, context.self);
    }
}
