package ringside.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringside.model.Answer;
import ringside.model.DeathExplanation;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighbourEvent.PeerDead;
import ringside.status.NeighbourEvent.PingAnswered;
import ringside.status.NeighbourEvent.PingMissed;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

/** Explains from the history why one peer declared another dead. Pure. */
public final class Deaths {

    /** How far back to search, in entries: an hour of a small ring, in a few milliseconds. */
    static final int LOOKED_BACK = 200_000;

    /** Maximum number of deaths that one menu asks about. */
    static final int MOST = 3;

    private Deaths() {}

    private record Pair(PeerId by, PeerId dead) {}

    /**
     * Returns questions about the last deaths that a peer declared or that others declared of it,
     * newest first. Of several deaths between the same two peers it takes only the last.
     */
    public static List<Answer> about(PeerId id, History history, int position) {
        List<Answer> answers = new ArrayList<>();
        Set<Pair> asked = new HashSet<>();
        int until = Math.max(history.first(), position - LOOKED_BACK);
        for (int i = position - 1; i >= until && answers.size() < MOST; i--) {
            StatusEntry entry = history.entryAfter(i);
            if (entry.event() instanceof PeerDead dead
                    && (entry.peer().equals(id) || dead.target().equals(id))
                    && asked.add(new Pair(entry.peer(), dead.target()))) {
                answers.add(of(entry, dead, history, i));
            }
        }
        return answers;
    }

    private static Answer of(StatusEntry entry, PeerDead dead, History history, int position) {
        DeathExplanation explanation = new DeathExplanation(entry, dead, history.stateAt(position));
        int until = Math.max(history.first(), position - LOOKED_BACK);
        for (int i = position - 1; i >= until && !explanation.isComplete(); i--) {
            look(history.entryAfter(i), explanation);
        }
        return explanation.answer();
    }

    private static void look(StatusEntry entry, DeathExplanation explanation) {
        switch (entry.event()) {
            case PingMissed missed -> explanation.missed(entry, missed);
            case PingAnswered answered -> explanation.answered(entry, answered);
            case ProcessEvent process -> explanation.process(entry, process);
            case LifeEvent _, LookupEvent _, FileEvent _, NeighbourEvent _, WireEvent _ -> {}
        }
    }
}
