package ringside.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringside.model.PeerState;
import ringside.model.RingHealth;
import ringside.model.RingState;
import ringside.model.ShortcutEntry;
import ringside.model.ShortcutEntry.Verdict;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.supervisor.RingHost;
import ringside.text.Messages;

/** Decides whether a condition holds. For the thread of its {@link ObservedEvents}. */
final class ConditionEvaluator {

    private final ObservedEvents observedEvents;
    private final RingHost host;
    private final PathFinder paths;
    private @Nullable PeerId lastWrong;

    ConditionEvaluator(ObservedEvents observedEvents, RingHost host, PathFinder paths) {
        this.observedEvents = observedEvents;
        this.host = host;
        this.paths = paths;
    }

    ConditionResult judge(Condition condition) {
        return switch (condition) {
            case Condition.Ring(List<PeerId> members) -> ring(members);
            case Condition.Received(FileNumber number, PeerId peer) -> received(number, peer);
            case Condition.NotFound(FileNumber number, PeerId peer) -> notFound(number, peer);
            case Condition.Stored(FileNumber number) ->
                    observedEvents
                            .stored(number)
                            .map(what -> (ConditionResult) new ConditionResult.Holds(what))
                            .orElseGet(() -> notYet("stored.not", number));
            case Condition.Held(FileNumber number, PeerId peer) -> held(number, peer);
            case Condition.Dead(PeerId peer) ->
                    observedEvents.isDeclaredDead(peer)
                            ? holds("dead", peer)
                            : notYet("dead.not", peer);
            case Condition.Ended(PeerId peer) -> ended(peer);
            case Condition.Said(PeerId peer, String text) -> said(peer, text);
            case Condition.Hops hops -> hops(hops);
            case Condition.Shortcuts _ -> shortcuts();
            case Condition.SameBytes(FileNumber number, PeerId peer, String path) ->
                    sameBytes(number, peer, path);
        };
    }

    private ConditionResult ring(List<PeerId> members) {
        RingHealth health = observedEvents.state().health();
        if (health.living().isEmpty()) {
            return notYet("ring.empty");
        }
        if (!members.isEmpty() && !health.living().equals(members)) {
            return new ConditionResult.NotYet(
                    () -> Messages.SCENARIO.format("ring.others", PeerNames.of(health.living())));
        }
        return health.isConsistent()
                ? holds("ring.right", PeerNames.of(health.living()))
                : notYet("ring.wrong");
    }

    private ConditionResult received(FileNumber number, PeerId peer) {
        Optional<String> path = observedEvents.received(number, peer);
        if (path.isPresent()) {
            return holds("received.at", path.get());
        }
        if (observedEvents.wasNotFound(number, peer)) {
            return never("missing", number);
        }
        Optional<String> failure = observedEvents.requestFailure(number, peer);
        return failure.isPresent()
                ? new ConditionResult.Never(failure.get())
                : notYet("received.not", peer, number);
    }

    private ConditionResult notFound(FileNumber number, PeerId peer) {
        if (observedEvents.wasNotFound(number, peer)) {
            return holds("missing", number);
        }
        return observedEvents.received(number, peer).isPresent()
                ? never("received.yet", peer, number)
                : notYet("missing.notTold", peer, number);
    }

    private ConditionResult held(FileNumber number, PeerId peer) {
        boolean holds =
                state(peer).stream()
                        .flatMap(state -> state.files().stream())
                        .anyMatch(file -> file.name().number().equals(number));
        return holds ? holds("held", peer, number) : notYet("held.not", peer, number);
    }

    private ConditionResult ended(PeerId peer) {
        // A peer that was killed or has left is dead to the ring before its process is gone. The
        // reason arrives with the end of the process.
        String reason = state(peer).map(state -> state.process().reason()).orElse("");
        return !reason.isEmpty() ? new ConditionResult.Holds(reason) : notYet("ended.not", peer);
    }

    private ConditionResult said(PeerId peer, String text) {
        boolean said =
                state(peer).stream()
                        .flatMap(state -> state.output().stream())
                        .anyMatch(line -> line.text().contains(text));
        return said ? holds("said", peer) : notYet("said.not", peer, text);
    }

    private ConditionResult hops(Condition.Hops condition) {
        if (!observedEvents.isLastRequestAtItsOwner()) {
            return notYet("hops.not");
        }
        int hops = observedEvents.hopsOfLastRequest();
        String key = hops == 1 ? "hops.one" : "hops";
        boolean holds =
                switch (condition.bound()) {
                    case AT_MOST -> hops <= condition.count();
                    case AT_LEAST -> hops >= condition.count();
                };
        return holds ? holds(key, hops) : never(key, hops);
    }

    /** Looks first at the peer that was wrong at the last look: it mostly still is. */
    private ConditionResult shortcuts() {
        RingState ring = observedEvents.state();
        List<PeerId> living = ring.health().living();
        PeerId last = lastWrong;
        if (last != null && living.contains(last) && wrongShortcutsOf(last, ring) > 0) {
            return shortcutsWrong(ring);
        }
        boolean isAny = false;
        for (PeerId peer : living) {
            List<ShortcutEntry> table = ShortcutEntry.tableOf(peer, ring);
            isAny |= !table.isEmpty();
            if (table.stream().anyMatch(ConditionEvaluator::isWrong)) {
                lastWrong = peer;
                return shortcutsWrong(ring);
            }
        }
        return isAny ? holds("shortcuts.right") : notYet("shortcuts.none");
    }

    private static ConditionResult shortcutsWrong(RingState ring) {
        return new ConditionResult.NotYet(() ->
                Messages.SCENARIO.format(
                        "shortcuts.wrong",
                        ring.health().living().stream()
                                .mapToLong(peer -> wrongShortcutsOf(peer, ring))
                                .sum()));
    }

    private static long wrongShortcutsOf(PeerId peer, RingState ring) {
        return ShortcutEntry.tableOf(peer, ring).stream()
                .filter(ConditionEvaluator::isWrong)
                .count();
    }

    private static boolean isWrong(ShortcutEntry entry) {
        return entry.verdict() != Verdict.RIGHT;
    }

    private ConditionResult sameBytes(FileNumber number, PeerId peer, String path) {
        Optional<String> received = observedEvents.received(number, peer);
        if (received.isEmpty()) {
            return notYet("received.not", peer, number);
        }
        Path original = paths.find(path);
        try {
            long differsAt = host.mismatch(original, peer, received.get());
            return differsAt < 0
                    ? holds("same", Files.size(original))
                    : never("same.not", received.get(), original, differsAt);
        } catch (IOException e) {
            return never("same.cannot", String.valueOf(e.getMessage()));
        }
    }

    private Optional<PeerState> state(PeerId peer) {
        return observedEvents.state().peer(peer);
    }

    private static ConditionResult holds(String key, Object... inserts) {
        return new ConditionResult.Holds(Messages.SCENARIO.format(key, inserts));
    }

    private static ConditionResult notYet(String key, Object... inserts) {
        return new ConditionResult.NotYet(() -> Messages.SCENARIO.format(key, inserts));
    }

    private static ConditionResult never(String key, Object... inserts) {
        return new ConditionResult.Never(Messages.SCENARIO.format(key, inserts));
    }
}
