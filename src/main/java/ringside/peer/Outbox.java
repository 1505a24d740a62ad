package ringside.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the effects of one step, in order. Owned by the runner of the core; not shared. */
public final class Outbox {

    private final List<Effect> effects = new ArrayList<>();

    public void add(Effect effect) {
        effects.add(effect);
    }

    /**
     * Passes each effect to the receiver, then clears the outbox. Effects that the receiver adds
     * are passed to it as well, after the existing ones.
     */
    public void drain(Consumer<Effect> receiver) {
        for (int i = 0; i < effects.size(); i++) {
            receiver.accept(effects.get(i));
        }
        effects.clear();
    }
}
