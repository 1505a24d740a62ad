package ringside.check.run;

import java.util.List;
import ringside.check.RingPlan;
import ringside.check.Scene;
import ringside.rules.Rules;

/**
 * What one ring is started with; it travels to a process in namespaces of its own.
 *
 * @param rules of the program's family
 * @param built folder in which the program is built
 * @param folder in which the peers get theirs
 * @param start command of a peer, with holes
 * @param plan of the ring
 * @param basePort peer ID listens on this port + ID
 * @param interval seconds between pings, as the program takes them
 * @param seed of the peers' files
 * @param scenes to be played after the pings
 * @param secondsLeft after which it ends, whatever is left to be played; at least 0
 */
public record RingOrder(
        Rules rules,
        String built,
        String folder,
        String start,
        RingPlan plan,
        int basePort,
        String interval,
        long seed,
        List<Scene> scenes,
        long secondsLeft) {

    /** Copies the list. */
    public RingOrder {
        scenes = List.copyOf(scenes);
    }

    /**
     * Returns this order for a ring that begins later, and ends when it would have ended.
     *
     * @param seconds that have gone by
     */
    RingOrder after(long seconds) {
        return new RingOrder(
                rules,
                built,
                folder,
                start,
                plan,
                basePort,
                interval,
                seed,
                scenes,
                Math.max(0, secondsLeft - seconds));
    }
}
