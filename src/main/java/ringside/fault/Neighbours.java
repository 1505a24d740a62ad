package ringside.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringside.peer.Effect;
import ringside.ring.PeerId;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.NeighboursCause;

/** The neighbours of a core, as it last reported them. */
final class Neighbours {

    private NeighboursChanged latest =
            new NeighboursChanged(List.of(), List.of(), NeighboursCause.STARTED);

    void note(Effect effect) {
        if (effect instanceof Effect.Report(NeighboursChanged changed)) {
            latest = changed;
        }
    }

    @Nullable PeerId firstSuccessor() {
        return latest.successors().isEmpty() ? null : latest.successors().getFirst();
    }

    @Nullable PeerId secondSuccessor() {
        return latest.successors().size() > 1 ? latest.successors().get(1) : null;
    }

    @Nullable PeerId firstPredecessor() {
        return latest.predecessors().isEmpty() ? null : latest.predecessors().getFirst();
    }
}
