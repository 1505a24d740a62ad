package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * Keeps the shortcuts of this peer (SPEC 3.6). Those within reach of the successor list are read
 * from it; one of the others is looked up each ping interval, by a question that travels like a
 * request. They are hints: who owns what, and how the ring is mended, does not depend on them.
 */
final class Shortcuts {

    /** Time after which a shortcut that is looked up in vain is dropped. */
    private static final long PATIENCE_MICROS = 5_000 * PeerContext.MICROS_PER_MS;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final Tombstones tombstones;
    private final NextHops nextHops;
    private final ShortcutTable table;

    /** When those that are being looked up were first asked for, by exponent. */
    private final TreeMap<Integer, Long> askedSince = new TreeMap<>();

    private int lastExponent;
    private long token;

    Shortcuts(
            PeerContext context,
            Neighbourhood neighbourhood,
            Tombstones tombstones,
            NextHops nextHops,
            ShortcutTable table) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.tombstones = tombstones;
        this.nextHops = nextHops;
        this.table = table;
    }

    /** Begins, ends or goes on as the settings say now. */
    void restart() {
        token++;
        if (context.settings().shortcuts()) {
            takeTurn();
        } else {
            table.clear();
            askedSince.clear();
            table.reportIfChanged();
        }
    }

    void onDue(Timer.ShortcutDue due) {
        if (due.token() == token) {
            takeTurn();
        }
    }

    private void takeTurn() {
        readSuccessors();
        lookUpNext();
        table.reportIfChanged();
        context.callLaterMs(new Timer.ShortcutDue(token), context.settings().pingIntervalMs());
    }

    void onNeighboursChanged() {
        if (context.settings().shortcuts()) {
            readSuccessors();
            table.reportIfChanged();
        }
    }

    // -- what the successor list says

    private void readSuccessors() {
        exponents()
                .forEach(exponent -> {
                    PeerId start = table.start(exponent);
                    @Nullable PeerId known = table.get(exponent);
                    if (isWithinReach(start)) {
                        neighbourhood.successors().stream()
                                .filter(peer -> start.isInArc(context.self, peer))
                                .findFirst()
                                .ifPresent(peer -> table.put(exponent, peer));
                    } else if (isOwn(start) || (known != null && tombstones.holds(known))) {
                        table.remove(exponent);
                    }
                });
    }

    private IntStream exponents() {
        return IntStream.range(0, context.self.circle().bits());
    }

    private boolean isWithinReach(PeerId start) {
        List<PeerId> successors = neighbourhood.successors();
        return !successors.isEmpty() && start.isInArc(context.self, successors.getLast());
    }

    /** Returns whether nobody else is at or after a start: it is then no shortcut to anywhere. */
    private boolean isOwn(PeerId start) {
        return neighbourhood.successors().isEmpty() || neighbourhood.owns(start);
    }

    // -- looking up the others

    private void lookUpNext() {
        List<Integer> far =
                exponents()
                        .filter(exponent -> !isWithinReach(table.start(exponent)))
                        .filter(exponent -> !isOwn(table.start(exponent)))
                        .boxed()
                        .toList();
        askedSince.keySet().retainAll(far);
        if (far.isEmpty()) {
            return;
        }
        lastExponent =
                far.stream()
                        .filter(exponent -> exponent > lastExponent)
                        .findFirst()
                        .orElse(far.getFirst());
        Long since = askedSince.putIfAbsent(lastExponent, context.now());
        if (since != null && context.now() - since >= PATIENCE_MICROS) {
            table.remove(lastExponent);
        }
        PeerId start = table.start(lastExponent);
        ask(new Message.SuccessorWanted(context.self, context.self, start, 1, false));
    }

    private void ask(Message.SuccessorWanted wanted) {
        PeerId to = nextHops.first(wanted.start());
        if (to != null) {
            ask(to, wanted, List.of());
        }
    }

    private void ask(PeerId to, Message.SuccessorWanted wanted, List<PeerId> silent) {
        Message.SuccessorWanted marked = wanted.meantFor(to);
        context.ask(to, marked, new QuestionPurpose.SuccessorHop(marked, to, silent));
    }

    /** Handles a question on its way, or at its end. */
    void onWanted(Message.SuccessorWanted wanted) {
        if (wanted.meant() || neighbourhood.owns(wanted.start())) {
            tell(wanted);
        } else if (wanted.hop() < context.self.circle().mostHops()
                && !wanted.requester().equals(context.self)) {
            ask(wanted.passedOnBy(context.self));
        }
    }

    private void tell(Message.SuccessorWanted wanted) {
        if (wanted.requester().equals(context.self)) {
            found(wanted.start(), context.self);
        } else {
            context.ask(
                    wanted.requester(),
                    new Message.SuccessorFound(context.self, wanted.start()),
                    new QuestionPurpose.SuccessorNotice(wanted.start()));
        }
    }

    void onHopUnreachable(QuestionPurpose.SuccessorHop hop) {
        table.drop(hop.to());
        List<PeerId> silent = new ArrayList<>(hop.silent());
        silent.add(hop.to());
        PeerId next = nextHops.next(hop.wanted().start(), silent);
        if (next != null) {
            ask(next, hop.wanted(), List.copyOf(silent));
        }
    }

    /** Handles the answer of a peer that owns a start. */
    void onFound(Message.SuccessorFound answer) {
        found(answer.start(), answer.from());
    }

    /** Notes the owner of every start from this one to the owner itself: one answer for all. */
    private void found(PeerId start, PeerId owner) {
        exponents()
                .filter(askedSince::containsKey)
                .filter(exponent -> table.start(exponent).equals(start))
                .findFirst()
                .ifPresent(asked -> {
                    exponents()
                            .filter(exponent -> exponent >= asked)
                            .filter(exponent -> isUpTo(owner, start, table.start(exponent)))
                            .forEach(exponent -> note(exponent, owner));
                    table.reportIfChanged();
                });
    }

    private static boolean isUpTo(PeerId owner, PeerId start, PeerId further) {
        return !start.isNearer(owner, further);
    }

    private void note(int exponent, PeerId owner) {
        askedSince.remove(exponent);
        lastExponent = Math.max(lastExponent, exponent);
        if (owner.equals(context.self)) {
            table.remove(exponent);
        } else {
            table.put(exponent, owner);
        }
    }
}
