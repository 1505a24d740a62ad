package ringside.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * Looks for the owner of a position, by a question that goes the way of a request: for a shortcut
 * (SPEC 3.6), or for whoever runs this peer.
 */
final class OwnerSearches {

    /** Most positions that the runner waits for at once; for more, the oldest is forgotten. */
    private static final int MOST_WANTED = 256;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final NextHops nextHops;
    private final ShortcutTable table;
    private final BiConsumer<PeerId, PeerId> onFound;

    /** What the runner wants to know, the oldest first. */
    private final ArrayDeque<PeerId> wanted = new ArrayDeque<>(1);

    /**
     * Creates the searches of one peer.
     *
     * @param onFound receives a position and its owner, also of those that nobody here looked for
     */
    OwnerSearches(
            PeerContext context,
            Neighbourhood neighbourhood,
            NextHops nextHops,
            ShortcutTable table,
            BiConsumer<PeerId, PeerId> onFound) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.nextHops = nextHops;
        this.table = table;
        this.onFound = onFound;
    }

    // -- at the peer that looks

    /** Looks for an owner, and tells the runner when it is found. */
    void tellOwner(PeerId position) {
        if (neighbourhood.owns(position)) {
            context.tellOwner(position, context.self);
            return;
        }
        if (wanted.size() == MOST_WANTED) {
            wanted.removeFirst();
        }
        wanted.add(position);
        start(position);
    }

    /** Looks for an owner. */
    void start(PeerId position) {
        ask(new Message.SuccessorWanted(context.self, context.self, position, 1, false));
    }

    /** Handles the answer of a peer that owns a position. */
    void onFound(Message.SuccessorFound answer) {
        found(answer.start(), answer.from());
    }

    private void found(PeerId position, PeerId owner) {
        if (wanted.remove(position)) {
            context.tellOwner(position, owner);
        }
        onFound.accept(position, owner);
    }

    // -- at every hop

    private void ask(Message.SuccessorWanted question) {
        PeerId to = nextHops.first(question.start());
        if (to != null) {
            ask(to, question, List.of());
        }
    }

    private void ask(PeerId to, Message.SuccessorWanted question, List<PeerId> silent) {
        Message.SuccessorWanted marked = question.meantFor(to);
        context.ask(to, marked, new QuestionPurpose.SuccessorHop(marked, to, silent));
    }

    /** Handles a question on its way, or at its end. */
    void onWanted(Message.SuccessorWanted question) {
        if (question.meant() || neighbourhood.owns(question.start())) {
            tell(question);
        } else if (question.hop() < context.self.circle().mostHops()
                && !question.requester().equals(context.self)) {
            ask(question.passedOnBy(context.self));
        }
    }

    private void tell(Message.SuccessorWanted question) {
        if (question.requester().equals(context.self)) {
            found(question.start(), context.self);
        } else {
            context.ask(
                    question.requester(),
                    new Message.SuccessorFound(context.self, question.start()),
                    new QuestionPurpose.SuccessorNotice(question.start()));
        }
    }

    /** Passes a hop by that cannot be reached, as a request does (SPEC 3.2, 3.6). */
    void onHopUnreachable(QuestionPurpose.SuccessorHop hop) {
        table.drop(hop.to());
        List<PeerId> silent = new ArrayList<>(hop.silent());
        silent.add(hop.to());
        @Nullable PeerId next = nextHops.next(hop.wanted().start(), silent);
        if (next != null) {
            ask(next, hop.wanted(), silent);
        }
    }
}
