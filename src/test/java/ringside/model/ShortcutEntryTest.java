package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.model.ShortcutEntry.Verdict;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.Shortcut;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** SPEC 3.6: the finger table of peer 10 on the ring 10 20 80 150 200, beside what is right. */
class ShortcutEntryTest {

    private RingState ring = RingState.EMPTY;

    @BeforeEach
    void beginRing() {
        for (int peer : List.of(10, 20, 80, 150, 200)) {
            tell(1, peer, new ProcessEvent.ProcessStarted(1, 50_000 + peer));
            tell(1, peer, new LifeEvent.Running());
        }
        tell(2, 10, new LifeEvent.SettingsChanged(PeerSettings.DEFAULTS.withShortcuts(true)));
    }

    private void tell(long at, int peer, StatusEvent event) {
        ring = ring.after(new StatusEntry(at, id(peer), event));
    }

    private static PeerId id(int value) {
        return new PeerId(value);
    }

    private void table(long at, int... startsAndPeers) {
        List<Shortcut> table = new ArrayList<>();
        for (int i = 0; i < startsAndPeers.length; i += 2) {
            table.add(new Shortcut(id(startsAndPeers[i]), id(startsAndPeers[i + 1])));
        }
        tell(at, 10, new NeighbourEvent.ShortcutsChanged(table));
    }

    private List<ShortcutEntry> entries() {
        return ShortcutEntry.tableOf(id(10), ring);
    }

    @Test
    void aPeerWithoutShortcutsHasNoTable() {
        assertThat(ShortcutEntry.tableOf(id(20), ring)).isEmpty();
    }

    @Test
    void eachPowerOfTwoHasItsIntervalAndItsRightPeer() {
        assertThat(entries())
                .extracting(entry -> entry.start().value(), entry -> entry.last().value())
                .startsWith(tuple(11, 11), tuple(12, 13), tuple(14, 17))
                .endsWith(tuple(74, 137), tuple(138, 9));
        assertThat(entries())
                .extracting(ShortcutEntry::right)
                .containsExactly(id(20), id(20), id(20), id(20), id(80), id(80), id(80), id(150));
    }

    private static Tuple tuple(int start, int last) {
        return Tuple.tuple(start, last);
    }

    @Test
    void whatIsRightStaleDeadAndMissingIsToldApart() {
        table(3, 11, 20, 12, 80, 14, 150, 138, 200);
        tell(4, 150, new ProcessEvent.ProcessKilled());
        assertThat(entries())
                .extracting(ShortcutEntry::verdict)
                .containsExactly(
                        Verdict.RIGHT,
                        Verdict.STALE,
                        Verdict.DEAD,
                        Verdict.MISSING,
                        Verdict.MISSING,
                        Verdict.MISSING,
                        Verdict.MISSING,
                        Verdict.RIGHT);
    }

    @Test
    void aShortcutIsAsOldAsItLeadsWhereItLeads() {
        table(3, 11, 20, 138, 200);
        table(9, 11, 20, 138, 150);
        assertThat(entries())
                .extracting(ShortcutEntry::sinceMicros)
                .containsExactly(3L, 0L, 0L, 0L, 0L, 0L, 0L, 9L);
    }
}
