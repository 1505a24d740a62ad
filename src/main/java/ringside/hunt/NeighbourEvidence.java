package ringside.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent.LookupForwarded;
import ringside.status.NeighbourEvent.LinkMended;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.NeighbourEvent.PeerDead;
import ringside.status.ProcessEvent.ProcessResumed;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** What one peer's neighbours and requests give away. */
final class NeighbourEvidence {

    private final PeerId peer;
    private final List<StatusEntry> entries;

    /**
     * Looks at some events.
     *
     * @param peer the faulty one
     */
    NeighbourEvidence(PeerId peer, List<StatusEntry> entries) {
        this.peer = peer;
        this.entries = entries;
    }

    private boolean isOurs(StatusEntry entry) {
        return entry.peer().equals(peer);
    }

    /** Requests passed on at the very peer in whose range the hash lies. */
    List<StatusEntry> ownFilesPassedOn() {
        List<StatusEntry> telling = new ArrayList<>();
        List<PeerId> predecessors = List.of();
        for (StatusEntry entry : entries) {
            if (isOurs(entry) && entry.event() instanceof NeighboursChanged changed) {
                predecessors = changed.predecessors();
            } else if (isOurs(entry)
                    && entry.event() instanceof LookupForwarded passed
                    && passed.replica() == 0
                    && !predecessors.isEmpty()
                    && passed.number().hash().isInArc(predecessors.getFirst(), peer)) {
                telling.add(entry);
            }
        }
        return telling;
    }

    /** Requests that it has passed on before. */
    List<StatusEntry> passedOnAgain() {
        Set<Long> seen = new TreeSet<>();
        return entries.stream()
                .filter(this::isOurs)
                .filter(entry ->
                        entry.event() instanceof LookupForwarded passed
                                && passed.replica() == 0
                                && !seen.add(passed.lookupId()))
                .toList();
    }

    List<StatusEntry> deathsAfterOneMiss() {
        return entries.stream()
                .filter(this::isOurs)
                .filter(entry -> entry.event() instanceof PeerDead dead && dead.missed() == 1)
                .toList();
    }

    /** Lists that name a peer which it has declared dead and which has given no sign of life. */
    List<StatusEntry> deadTakenBack() {
        List<StatusEntry> telling = new ArrayList<>();
        Set<PeerId> dead = new TreeSet<>();
        for (StatusEntry entry : entries) {
            switch (entry.event()) {
                case PeerDead(PeerId target, int _) when isOurs(entry) -> dead.add(target);
                case LinkMended _ -> dead.clear();
                case LifeEvent.Running _, ProcessResumed _ -> dead.remove(entry.peer());
                case NeighboursChanged changed when isOurs(entry) -> {
                    if (changed.successors().stream().anyMatch(dead::contains)) {
                        telling.add(entry);
                    }
                }
                case StatusEvent _ -> {}
            }
        }
        return telling;
    }

    /**
     * Lists without a second successor although there was one, or with a new first successor that
     * is not followed by the one before.
     */
    List<StatusEntry> secondNotUpdated() {
        List<StatusEntry> telling = new ArrayList<>();
        List<PeerId> before = List.of();
        for (StatusEntry entry : entries) {
            if (isOurs(entry) && entry.event() instanceof NeighboursChanged changed) {
                List<PeerId> now = changed.successors();
                if (now.size() < 2 ? before.size() > 1 : passesBy(before, now)) {
                    telling.add(entry);
                }
                before = now;
            }
        }
        return telling;
    }

    private boolean passesBy(List<PeerId> before, List<PeerId> now) {
        return !before.isEmpty()
                && now.getFirst().isBetween(peer, before.getFirst())
                && !now.get(1).equals(before.getFirst());
    }

    /** Its leaving, and the deaths that others then declared. */
    List<StatusEntry> deathsOfALeaver() {
        List<StatusEntry> telling = new ArrayList<>();
        StatusEntry leaving = null;
        for (StatusEntry entry : entries) {
            if (isOurs(entry) && entry.event() instanceof LifeEvent.Left) {
                leaving = entry;
            } else if (isOurs(entry) && entry.event() instanceof LifeEvent.Running) {
                leaving = null;
            } else if (leaving != null
                    && entry.event() instanceof PeerDead(PeerId target, int _)
                    && target.equals(peer)) {
                if (!telling.contains(leaving)) {
                    telling.add(leaving);
                }
                telling.add(entry);
            }
        }
        return telling;
    }
}
