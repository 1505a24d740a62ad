package ringside.peer;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import ringside.ring.PeerId;
import ringside.status.Shortcut;

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
    private final OwnerSearches searches;
    private final ShortcutTable table;

    /** When those that are being looked up were first asked for, by exponent. */
    private final TreeMap<Integer, Long> askedSince = new TreeMap<>();

    private int lastExponent;
    private long token;

    Shortcuts(
            PeerContext context,
            Neighbourhood neighbourhood,
            Tombstones tombstones,
            OwnerSearches searches,
            ShortcutTable table) {
        this.context = context;
        this.neighbourhood = neighbourhood;
        this.tombstones = tombstones;
        this.searches = searches;
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

    // -- beginning

    /** Takes over what a peer that has long been on the ring knows; goes on after a while. */
    void resume(List<Shortcut> known, long delayMicros) {
        token++;
        if (context.settings().shortcuts()) {
            known.forEach(shortcut -> table.put(exponentOf(shortcut), shortcut.peer()));
            readSuccessors();
            table.reportIfChanged();
            context.callLater(new Timer.ShortcutDue(token), delayMicros);
        }
    }

    private int exponentOf(Shortcut shortcut) {
        return Long.numberOfTrailingZeros(context.self.clockwiseTo(shortcut.start()));
    }

    // -- what the successor list says

    private void readSuccessors() {
        List<PeerId> successors = neighbourhood.successors();
        int next = 0;
        for (int exponent = 0; exponent < table.size(); exponent++) {
            while (next < successors.size() && isBeyond(exponent, successors.get(next))) {
                next++;
            }
            if (next < successors.size()) {
                table.put(exponent, successors.get(next));
            } else {
                removeIfWrong(exponent);
            }
        }
    }

    /** Returns whether the start of an exponent lies beyond a peer. */
    private boolean isBeyond(int exponent, PeerId peer) {
        return Long.compareUnsigned(
                        ShortcutTable.distance(exponent), context.self.clockwiseTo(peer))
                > 0;
    }

    private void removeIfWrong(int exponent) {
        PeerId known = table.get(exponent);
        if (known != null && (tombstones.holds(known) || isOwn(exponent))) {
            table.remove(exponent);
        }
    }

    private boolean isWithinReach(int exponent) {
        List<PeerId> successors = neighbourhood.successors();
        return !successors.isEmpty() && !isBeyond(exponent, successors.getLast());
    }

    /** Returns whether nobody else is at or after a start: it is then no shortcut to anywhere. */
    private boolean isOwn(int exponent) {
        return neighbourhood.successors().isEmpty() || neighbourhood.owns(table.start(exponent));
    }

    // -- looking up the others

    private void lookUpNext() {
        List<Integer> far =
                IntStream.range(0, table.size())
                        .filter(exponent -> !isWithinReach(exponent) && !isOwn(exponent))
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
        searches.start(table.start(lastExponent));
    }

    /** Notes the owner of every start from this one to the owner itself: one answer for all. */
    void onFound(PeerId start, PeerId owner) {
        askedSince.keySet().stream()
                .filter(exponent -> table.start(exponent).equals(start))
                .findFirst()
                .ifPresent(asked -> {
                    IntStream.range(asked, table.size())
                            .filter(exponent -> !start.isNearer(owner, table.start(exponent)))
                            .forEach(exponent -> note(exponent, owner));
                    table.reportIfChanged();
                });
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
