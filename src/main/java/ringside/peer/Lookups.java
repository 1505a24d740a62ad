package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;

/**
 * Finds the owner of a file number by asking the first successor, or a shortcut, and so on around
 * the ring (SPEC 3.2, 3.6). The actions of the owner and of the requester are implemented
 * elsewhere.
 */
final class Lookups {

    /** Time that a requester waits before it asks again (SPEC 3.2). */
    private static final long PATIENCE_MS = 5_000;

    private static final long PATIENCE_MICROS = PATIENCE_MS * PeerContext.MICROS_PER_MS;

    private static final long NEVER = Long.MIN_VALUE;

    /** Maximum number of attempts of one lookup (SPEC 3.2). */
    private static final int MAX_ATTEMPTS = 3;

    /**
     * Maximum number of simultaneous lookups of one requester; more are refused with a sentence.
     */
    private static final int MAX_PENDING = 256;

    /** Receives the result of a lookup; exactly one of these methods is called. */
    interface Listener {
        /** Called with the owner that answered. */
        void owner(PeerId owner, long lookupId, boolean held);

        /** Called when no owner was found; the reason is one sentence. */
        void failed(String reason);
    }

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final NextHops nextHops;
    private final ShortcutTable shortcuts;
    private final Consumer<Message.Lookup> onOwned;
    private final TreeMap<Long, Pending> pending = new TreeMap<>();

    /**
     * Creates the lookups of one peer.
     *
     * @param onOwned called at the owner with a lookup that has arrived
     */
    Lookups(
            PeerContext context,
            Neighbourhood neighbourhood,
            NextHops nextHops,
            ShortcutTable shortcuts,
            Consumer<Message.Lookup> onOwned) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.nextHops = nextHops;
        this.shortcuts = shortcuts;
        this.onOwned = onOwned;
    }

    // -- at the requester

    void start(LookupPurpose purpose, FileNumber number, Listener listener) {
        if (pending.size() >= MAX_PENDING) {
            listener.failed(
                    "peer " + context.self + " waits for " + MAX_PENDING + " answers already");
            return;
        }
        long id = context.random.id();
        pending.put(id, new Pending(id, purpose, number, listener));
        attempt(id, 1);
    }

    private void attempt(long id, int attempt) {
        Pending lookup = pending.get(id);
        if (lookup == null) {
            return;
        }
        lookup.attempt = attempt;
        PeerId first = nextHops.first(context.hashOf(lookup.number));
        if (first != null) {
            context.report(
                    new LookupEvent.LookupSent(id, lookup.purpose, lookup.number, first, attempt));
            switch (lookup.purpose) {
                case REQUEST ->
                        context.print(
                                "File request message for "
                                        + lookup.number
                                        + " has been sent to "
                                        + nameOf(first)
                                        + ".");
                case STORE ->
                        context.print(
                                "Store request message for "
                                        + lookup.number
                                        + " has been sent to "
                                        + nameOf(first)
                                        + ".");
                case RETURN -> {}
            }
            ask(
                    first,
                    new Message.Lookup(
                            context.self,
                            id,
                            lookup.purpose,
                            lookup.number,
                            context.self,
                            1,
                            false,
                            0),
                    List.of());
        }
        context.callLaterMs(new Timer.LookupOverdue(id, attempt), PATIENCE_MS);
    }

    void onOverdue(Timer.LookupOverdue overdue) {
        Pending lookup = pending.get(overdue.lookupId());
        if (lookup == null || lookup.attempt != overdue.attempt()) {
            return;
        }
        if (lookup.heardAt != NEVER && context.now() - lookup.heardAt < PATIENCE_MICROS) {
            context.callLater(overdue, lookup.heardAt + PATIENCE_MICROS - context.now());
            return;
        }
        if (lookup.attempt < MAX_ATTEMPTS) {
            attempt(lookup.id, lookup.attempt + 1);
            return;
        }
        pending.remove(lookup.id);
        String reason =
                "nobody answered in " + MAX_ATTEMPTS + " tries of " + PATIENCE_MS / 1_000 + " s";
        context.report(
                new LookupEvent.LookupFailed(lookup.id, lookup.purpose, lookup.number, reason));
        lookup.listener.failed(reason);
    }

    /** Returns whether an offer answers a request that is still open here. */
    boolean awaits(long lookupId, FileNumber number) {
        Pending lookup = pending.get(lookupId);
        return lookup != null
                && lookup.purpose == LookupPurpose.REQUEST
                && lookup.number.equals(number);
    }

    /**
     * Handles an owner's answer. An owner that takes long to read a file repeats its notice, and
     * each one extends the wait.
     */
    void onOwnerFound(Message.OwnerFound found) {
        Pending lookup = pending.get(found.lookupId());
        if (lookup == null || lookup.purpose != LookupPurpose.REQUEST || !found.held()) {
            onOwnerFound(found.from(), found.lookupId(), found.held());
            return;
        }
        if (lookup.heardAt == NEVER) {
            context.print(
                    "Peer "
                            + found.from()
                            + " has the file "
                            + lookup.number
                            + " and reads it before it sends it.");
        }
        lookup.heardAt = context.now();
    }

    void onOwnerFound(PeerId owner, long lookupId, boolean held) {
        Pending lookup = pending.remove(lookupId);
        if (lookup != null) {
            context.report(
                    new LookupEvent.LookupAnswered(
                            lookupId, lookup.purpose, lookup.number, owner, held));
            lookup.listener.owner(owner, lookupId, held);
        }
    }

    // -- at every hop

    void onLookup(Message.Lookup lookup) {
        if (lookup.meant() || neighbourhood.owns(lookup.number())) {
            onOwned.accept(lookup);
            return;
        }
        PeerId next = nextHops.first(context.hashOf(lookup.number()));
        boolean isAtItsEnd =
                lookup.hop() == context.self.circle().mostHops()
                        || lookup.requester().equals(context.self);
        if (next == null || isAtItsEnd) {
            return;
        }
        switch (lookup.purpose()) {
            case REQUEST -> {
                context.print("File " + lookup.number() + " is not stored here.");
                context.print("File request message has been forwarded to " + nameOf(next) + ".");
            }
            case STORE -> {
                context.print("File " + lookup.number() + " does not belong here.");
                context.print("Store request message has been forwarded to " + nameOf(next) + ".");
            }
            case RETURN -> {}
        }
        forward(lookup, next, lookup.replica());
    }

    /**
     * Forwards a lookup to the next holder, because the file is missing here (SPEC 8.5).
     *
     * @return whether there is a next holder
     */
    boolean passToNextHolder(Message.Lookup lookup) {
        PeerId next = neighbourhood.firstSuccessor();
        if (next == null
                || lookup.replica() + 1 >= context.settings().replicas()
                || lookup.hop() == context.self.circle().mostHops()) {
            return false;
        }
        context.print("File request message has been forwarded to my successor.");
        forward(lookup, next, lookup.replica() + 1);
        return true;
    }

    private void forward(Message.Lookup lookup, PeerId next, int replica) {
        Message.Lookup onward = ask(next, nextHop(lookup, replica), List.of());
        context.report(
                new LookupEvent.LookupForwarded(
                        lookup.lookupId(),
                        lookup.number(),
                        lookup.requester(),
                        lookup.hop(),
                        next,
                        onward.meant(),
                        onward.replica()));
    }

    private Message.Lookup nextHop(Message.Lookup lookup, int replica) {
        return new Message.Lookup(
                context.self,
                lookup.lookupId(),
                lookup.purpose(),
                lookup.number(),
                lookup.requester(),
                lookup.hop() + 1,
                false,
                replica);
    }

    /** Sends a lookup, marked as meant for its receiver if the hash says so (SPEC 3.2). */
    private Message.Lookup ask(PeerId to, Message.Lookup lookup, List<PeerId> silent) {
        Message.Lookup marked =
                new Message.Lookup(
                        lookup.from(),
                        lookup.lookupId(),
                        lookup.purpose(),
                        lookup.number(),
                        lookup.requester(),
                        lookup.hop(),
                        lookup.replica() > 0
                                || context.hashOf(lookup.number()).isInArc(context.self, to),
                        lookup.replica());
        context.ask(to, marked, new QuestionPurpose.LookupHop(marked, to, silent));
        return marked;
    }

    private String nameOf(PeerId next) {
        return next.equals(neighbourhood.firstSuccessor()) ? "my successor" : "peer " + next;
    }

    /** Skips an unreachable hop by asking the next peer (SPEC 3.2, 3.6). */
    void onHopUnreachable(QuestionPurpose.LookupHop hop) {
        Message.Lookup lookup = hop.lookup();
        context.report(
                new LookupEvent.LookupPassedBy(lookup.lookupId(), lookup.number(), hop.to()));
        shortcuts.drop(hop.to());
        List<PeerId> silent = new ArrayList<>(hop.silent());
        silent.add(hop.to());
        boolean isOnItsWay = lookup.replica() == 0;
        @Nullable PeerId next =
                isOnItsWay
                        ? nextHops.next(context.hashOf(lookup.number()), silent)
                        : nextHops.successorBeyond(silent);
        if (next != null) {
            ask(next, lookup, silent);
        }
    }

    private static final class Pending {
        final long id;
        final LookupPurpose purpose;
        final FileNumber number;
        final Listener listener;
        int attempt;

        /** Time of the owner's latest notice that it is reading the file. */
        long heardAt = NEVER;

        Pending(long id, LookupPurpose purpose, FileNumber number, Listener listener) {
            this.id = id;
            this.purpose = purpose;
            this.number = number;
            this.listener = listener;
        }
    }
}
