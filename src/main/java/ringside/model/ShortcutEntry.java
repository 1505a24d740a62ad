package ringside.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * One line of a peer's finger table, beside what is right on the ring (SPEC 3.6).
 *
 * @param start the first id of the interval, a power of two beyond the peer
 * @param last the last id of the interval, before the next start
 * @param peer where the shortcut leads; null when it is not known
 * @param right the first living member at or after the start; null when that is the peer itself
 * @param sinceMicros since when it leads there, in microseconds since the epoch; 0 without a peer
 */
public record ShortcutEntry(
        PeerId start,
        PeerId last,
        @Nullable PeerId peer,
        @Nullable PeerId right,
        Verdict verdict,
        long sinceMicros) {

    /** How a shortcut compares with the ring. */
    public enum Verdict {
        /** It leads where it should, or nowhere where it should not. */
        RIGHT,
        /** It is to be looked up yet. */
        MISSING,
        /** It leads to a living peer, and another one is right: a newcomer, mostly. */
        STALE,
        /** It leads to a peer that cannot answer. */
        DEAD
    }

    /** Returns the whole table of a peer, the nearest first; empty without shortcuts. */
    public static List<ShortcutEntry> tableOf(PeerId id, RingState ring) {
        return ring.peer(id)
                .filter(peer -> peer.settings().shortcuts())
                .map(peer -> tableOf(peer, ring))
                .orElse(List.of());
    }

    private static List<ShortcutEntry> tableOf(PeerState peer, RingState ring) {
        return IntStream.range(0, peer.id().circle().bits())
                .mapToObj(exponent -> entry(peer, 1L << exponent, ring))
                .toList();
    }

    private static ShortcutEntry entry(PeerState self, long distance, RingState ring) {
        PeerId start = self.id().plus(distance);
        @Nullable KnownShortcut known =
                self.shortcuts().stream()
                        .filter(each -> each.shortcut().start().equals(start))
                        .findFirst()
                        .orElse(null);
        @Nullable PeerId peer = known == null ? null : known.shortcut().peer();
        @Nullable PeerId owner = ring.health().owner(start).orElse(null);
        @Nullable PeerId right = self.id().equals(owner) ? null : owner;
        return new ShortcutEntry(
                start,
                self.id().plus(2 * distance - 1),
                peer,
                right,
                verdict(peer, right, ring),
                known == null ? 0 : known.sinceMicros());
    }

    private static Verdict verdict(@Nullable PeerId peer, @Nullable PeerId right, RingState ring) {
        if (Objects.equals(peer, right)) {
            return Verdict.RIGHT;
        }
        if (peer == null) {
            return Verdict.MISSING;
        }
        boolean lives = ring.peer(peer).filter(PeerState::isResponsive).isPresent();
        return lives ? Verdict.STALE : Verdict.DEAD;
    }
}
