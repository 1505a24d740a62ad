package ringside.check;

import java.util.List;
import ringside.rules.Rules;

/**
 * A ring, and the scenes that are played on it.
 *
 * @param scenes in their order, the pings first
 */
public record RingProgramme(RingPlan plan, List<Scene> scenes) {

    /** Copies the list. */
    public RingProgramme {
        scenes = List.copyOf(scenes);
    }

    /** Returns what is done to a ring whose checks have marks (PROGRAMS 5.3). */
    public static RingProgramme marked(RingPlan plan) {
        return new RingProgramme(plan, List.of(Scene.PINGS, Scene.REQUEST, Scene.QUIT, Scene.KILL));
    }

    /**
     * Returns what goes beyond the marks (PROGRAMS 5.11): two rings, which take about as long as
     * each other, because a ring is used up by the peers that it loses.
     */
    public static List<RingProgramme> beyond(Rules rules) {
        return List.of(
                new RingProgramme(
                        RingPlan.beyond(rules),
                        List.of(
                                Scene.PINGS,
                                Scene.SIZES,
                                Scene.TOGETHER,
                                Scene.MISSING,
                                Scene.WORDS,
                                Scene.RUBBISH,
                                Scene.PAUSE,
                                Scene.KILLS,
                                Scene.INTERRUPT)),
                new RingProgramme(
                        RingPlan.losing(rules),
                        List.of(
                                Scene.PINGS,
                                Scene.LOSS,
                                Scene.QUITS,
                                Scene.NEIGHBOURS,
                                Scene.INPUT_END)));
    }
}
