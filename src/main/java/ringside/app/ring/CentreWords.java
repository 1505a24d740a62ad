package ringside.app.ring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.app.base.PeerLook;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.NeighbourFault;
import ringside.model.PeerState;
import ringside.model.RingHealth;
import ringside.model.RingVerdict;

/** The words in the middle of the ring (WINDOW 2.6). Pure. */
public final class CentreWords {

    private CentreWords() {}

    /** Returns how many of the peers that are drawn are alive, paused and killed. */
    public static String counts(List<PeerState> shown) {
        int alive = 0;
        int paused = 0;
        int killed = 0;
        for (PeerState peer : shown) {
            switch (PeerLook.of(peer)) {
                case STARTING, JOINING, RUNNING, SUSPECTED, LEAVING -> alive++;
                case PAUSED -> paused++;
                case KILLED, VANISHED, CRASHED -> killed++;
                case QUIT, REFUSED -> {}
            }
        }
        List<String> parts = new ArrayList<>();
        parts.add(Texts.text("centre.alive", alive));
        if (paused > 0) {
            parts.add(Texts.text("centre.paused", paused));
        }
        if (killed > 0) {
            parts.add(Texts.text("centre.killed", killed));
        }
        return String.join(" · ", parts);
    }

    /**
     * Returns whether the ring is consistent, or where it heals and for how long.
     *
     * @param nowMicros the time that is shown, in microseconds since the epoch
     */
    public static String health(RingVerdict verdict, long nowMicros) {
        RingHealth health = verdict.health();
        RingHealth.Healing healing = health.healing();
        if (healing == null) {
            return health.living().isEmpty() ? Texts.text("centre.nobody") : invariants(verdict);
        }
        String since = Amounts.seconds(Math.max(0, nowMicros - healing.sinceMicros()));
        NeighbourFault gap = gap(health);
        return gap == null || gap.expected() == null
                ? Texts.text("centre.healing", since)
                : Texts.text("centre.healingAt", gap.peer(), gap.expected(), since);
    }

    /**
     * Describes a ring with right neighbours: copies of files and ends of lists may still be wrong.
     */
    private static String invariants(RingVerdict verdict) {
        if (verdict.isRight() && !verdict.health().isWhole()) {
            return Texts.text("centre.some");
        }
        return verdict.isRight()
                ? Texts.text("centre.consistent")
                : Texts.text(
                        "centre.notYet",
                        verdict.violations().stream()
                                .map(check -> Texts.text("light." + check.invariant()))
                                .collect(Collectors.joining(", ")));
    }

    /** Returns the fault to report: a wrong first successor first, as it is a gap in the ring. */
    private static @Nullable NeighbourFault gap(RingHealth health) {
        return health.faults().stream()
                .min(Comparator.comparing(NeighbourFault::role))
                .orElse(null);
    }

    /** Returns how long the last heal took and what it was of; empty before the first. */
    public static String lastHeal(RingHealth health) {
        return health.lastHeal()
                .map(heal ->
                        Texts.text(
                                "centre.last." + heal.healing().cause(),
                                Amounts.seconds(heal.tookMicros())))
                .orElse("");
    }
}
