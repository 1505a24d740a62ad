package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.model.ShortcutEntry;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.Shortcut;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.ThisMachine;

/** SPEC 11.3: {@code shortcuts}, on a ring of 8, 43 and 104. */
class ShortcutsConditionTest {

    private final ObservedEvents events = new ObservedEvents();
    private final ConditionEvaluator evaluator =
            new ConditionEvaluator(events, ThisMachine.HERE, new PathFinder(List.of(Path.of(""))));

    @Test
    void thoseOfAPeerThatWasKilledMeanwhileDoNotCount() {
        for (int peer : List.of(8, 43, 104)) {
            tell(peer, new ProcessEvent.ProcessStarted(1, 50_000 + peer));
            tell(peer, new LifeEvent.Running());
            tell(peer, new LifeEvent.SettingsChanged(PeerSettings.DEFAULTS.withShortcuts(true)));
        }
        learn(8);
        learn(43);
        assertThat(judge()).isInstanceOf(ConditionResult.NotYet.class);

        tell(104, new ProcessEvent.ProcessKilled());
        tell(104, new ProcessEvent.ProcessEnded(ProcessEvent.ExitKind.KILLED, 137, "killed"));
        learn(8);
        learn(43);

        assertThat(judge()).isInstanceOf(ConditionResult.Holds.class);
    }

    /** Gives a peer the shortcuts that are right now. */
    private void learn(int peer) {
        List<Shortcut> right = new ArrayList<>();
        for (ShortcutEntry entry : ShortcutEntry.tableOf(id(peer), events.state())) {
            PeerId where = entry.right();
            if (where != null) {
                right.add(new Shortcut(entry.start(), where));
            }
        }
        tell(peer, new NeighbourEvent.ShortcutsChanged(right));
    }

    private ConditionResult judge() {
        return evaluator.judge(new Condition.Shortcuts());
    }

    private void tell(int peer, StatusEvent event) {
        events.add(new StatusEntry(1, id(peer), event));
    }

    private static PeerId id(int value) {
        return new PeerId(value);
    }
}
