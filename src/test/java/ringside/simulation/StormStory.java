package ringside.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The log of a storm, to help understand why it failed. */
final class StormStory {

    private final Simulation simulation;
    private final List<String> lines = new ArrayList<>();
    private final EnumMap<FaultClass, Integer> drawn = new EnumMap<>(FaultClass.class);

    StormStory(Simulation simulation) {
        this.simulation = simulation;
    }

    void say(String line) {
        lines.add("%.3f s: %s".formatted(simulation.nowMicros() / 1e6, line));
    }

    void struck(FaultClass fault) {
        drawn.merge(fault, 1, Integer::sum);
    }

    /** Returns the actions taken, one line each. */
    List<String> lines() {
        return lines;
    }

    /** Returns how often each class of fault was drawn. */
    Map<FaultClass, Integer> drawn() {
        return drawn;
    }
}
