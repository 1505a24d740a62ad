package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the effects of one step, in order. Belongs to whoever runs the core; not shared. */
public final class Outbox {

    private final List<Effect> effects = new ArrayList<>();

    /** Appends one. */
    public void add(Effect effect) {
        effects.add(effect);
    }

    /** What has been collected since the last {@link #clear}. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /**
     * Hands each effect over and forgets it. The receiver may lead to further effects: these are
     * handed over too, after the ones that were there before.
     */
    public void drain(Consumer<Effect> receiver) {
        for (int i = 0; i < effects.size(); i++) {
            receiver.accept(effects.get(i));
        }
        effects.clear();
    }

    /** Forgets all. */
    public void clear() {
        effects.clear();
    }
}
