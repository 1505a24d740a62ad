package ringside.app.lessons;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.scenario.PathFinder;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioPlayer;
import ringside.scenario.ScenarioPlayer.StepMode;
import ringside.status.Command;
import ringside.status.StatusEntry;
import ringside.supervisor.ScenarioRing;

/**
 * Gives the ring of before a lesson back, with its settings, unless the user keeps the lesson's
 * (WINDOW 12.5). Several lessons in a row have one ring of before. JavaFX thread only.
 */
public final class RingReturn {

    private final ScenarioRing ring;
    private final Supplier<RingState> now;
    private final Supplier<List<StatusEntry>> history;
    private final Executor javaFx;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private @Nullable RingBefore before;
    private @Nullable ScenarioPlayer player;

    /** How far the return is. */
    public enum Phase {
        /** There is nothing to give back, or a lesson still plays. */
        NONE,
        /** The user may have the ring of before, or keep this one. */
        OFFERED,
        /** Peers of before start, and those of the lesson leave. */
        RETURNING
    }

    RingReturn(
            ScenarioRing ring,
            Supplier<RingState> now,
            Supplier<List<StatusEntry>> history,
            Executor javaFx) {
        this.ring = ring;
        this.now = now;
        this.history = history;
        this.javaFx = javaFx;
    }

    /** Remembers the present ring, unless that of an earlier lesson was not given back yet. */
    void remember() {
        if (before == null) {
            before = RingBefore.of(now.get());
        }
        enter(Phase.NONE, "");
    }

    /**
     * Offers the ring of before; where its peers are all there, gives its settings back at once.
     */
    void offer() {
        RingBefore kept = before;
        if (kept == null) {
            return;
        }
        if (kept.isAlive(now.get())) {
            restore(kept);
        } else {
            enter(
                    Phase.OFFERED,
                    kept.peers().isEmpty()
                            ? Texts.text("return.offer.empty")
                            : Texts.text("return.offer", names(kept.peers())));
        }
    }

    /** Starts the peers of before again, and lets the others leave. */
    public void giveBack() {
        RingBefore kept = before;
        if (kept == null || phase.get() != Phase.OFFERED) {
            return;
        }
        Optional<Scenario> way = kept.wayBack(now.get());
        if (way.isEmpty()) {
            restore(kept);
            return;
        }
        enter(Phase.RETURNING, Texts.text("return.returning"));
        ScenarioPlayer fresh =
                new ScenarioPlayer(
                        way.get(),
                        ring,
                        history.get(),
                        new PathFinder(List.of(Path.of(""))),
                        StepMode.STRAIGHT_THROUGH,
                        new Way(kept));
        player = fresh;
        fresh.start(0);
    }

    /** Keeps the lesson's ring and settings. */
    public void keep() {
        if (phase.get() == Phase.OFFERED) {
            before = null;
            enter(Phase.NONE, Texts.text("return.kept"));
        }
    }

    private void restore(RingBefore kept) {
        List<Command> commands = kept.settingsToGiveBack(now.get());
        commands.forEach(command -> {
            var _ = ring.carryOut(command);
        });
        before = null;
        player = null;
        enter(Phase.NONE, Texts.text("return.done"));
    }

    private void enter(Phase next, String said) {
        phase.set(next);
        words.set(said);
    }

    private static String names(List<PeerId> peers) {
        return peers.stream().map(PeerId::toString).collect(Collectors.joining(" "));
    }

    /** Passes an event of the ring on to what waits for it. */
    void accept(StatusEntry entry) {
        if (player != null) {
            player.accept(entry);
        }
    }

    /** Reports of the way back, from the player's thread. */
    private final class Way implements ScenarioPlayer.Listener {

        private final RingBefore kept;
        private volatile String failure = "";

        Way(RingBefore kept) {
            this.kept = kept;
        }

        @Override
        public void began(Scenario.Step step) {}

        @Override
        public void done(Scenario.Step step, String what) {}

        @Override
        public void failed(Scenario.Step step, String reason) {
            failure = reason;
        }

        @Override
        public void waits(Scenario.Step step) {}

        @Override
        public void ended() {
            javaFx.execute(() -> {
                if (failure.isEmpty()) {
                    restore(kept);
                } else {
                    player = null;
                    enter(Phase.OFFERED, Texts.text("return.failed", failure));
                }
            });
        }
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** What is offered or done, in plain sentences; empty while there is nothing to say. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
