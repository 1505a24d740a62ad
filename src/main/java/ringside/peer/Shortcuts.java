package ringside.peer;

import java.util.List;
import java.util.TreeMap;
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
            known.forEach(shortcut -> table.put(exponentOf(shortcut.start()), shortcut.peer()));
            readSuccessors();
            table.reportIfChanged();
            context.callLater(new Timer.ShortcutDue(token), delayMicros);
        }
    }

    private int exponentOf(PeerId start) {
        return Long.numberOfTrailingZeros(context.self.clockwiseTo(start));
    }

    // -- what the successor list says

    private void readSuccessors() {
        int exponent = 0;
        for (PeerId successor : neighbourhood.successors()) {
            int end = table.startsUpTo(successor);
            for (; exponent < end; exponent++) {
                table.put(exponent, successor);
            }
        }
        int firstOwn = firstOwn();
        for (; exponent < table.size(); exponent++) {
            PeerId known = table.get(exponent);
            if (known != null && (exponent >= firstOwn || tombstones.holds(known))) {
                table.remove(exponent);
            }
        }
    }

    /** Returns the first exponent whose start has nobody else at or after it. */
    private int firstOwn() {
        if (neighbourhood.successors().isEmpty()) {
            return 0;
        }
        PeerId predecessor = neighbourhood.firstPredecessor();
        return predecessor == null ? table.size() : table.startsUpTo(predecessor);
    }

    /** Returns the first exponent whose start lies beyond the successor list. */
    private int firstBeyondReach() {
        List<PeerId> successors = neighbourhood.successors();
        return successors.isEmpty() ? 0 : table.startsUpTo(successors.getLast());
    }

    // -- looking up the others

    private void lookUpNext() {
        int first = firstBeyondReach();
        int end = firstOwn();
        askedSince.headMap(first).clear();
        askedSince.tailMap(end).clear();
        if (first >= end) {
            return;
        }
        int next = Math.max(lastExponent + 1, first);
        lastExponent = next < end ? next : first;
        Long since = askedSince.putIfAbsent(lastExponent, context.now());
        if (since != null && context.now() - since >= PATIENCE_MICROS) {
            table.remove(lastExponent);
        }
        searches.start(table.start(lastExponent));
    }

    /** Notes the owner of every start from this one to the owner itself: one answer for all. */
    void onFound(PeerId start, PeerId owner) {
        int asked = exponentOf(start);
        if (!askedSince.containsKey(asked) || !table.start(asked).equals(start)) {
            return;
        }
        for (int exponent = asked; exponent < table.size(); exponent++) {
            if (start.isNearer(owner, table.start(exponent))) {
                break;
            }
            note(exponent, owner);
        }
        table.reportIfChanged();
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
