package ringside.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.model.ShortcutEntry.Verdict;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerSettings;
import ringside.status.ProcessEvent;
import ringside.status.Shortcut;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** The texts of the inspector. */
class InspectorViewModelTest {

    private static final PeerId PEER = new PeerId(77);

    private final InspectorViewModel model = new InspectorViewModel();
    private RingState ring = RingState.EMPTY;

    private static StatusEntry entry(StatusEvent event) {
        return new StatusEntry(1_000_000, PEER, event);
    }

    private void told(StatusEvent event) {
        ring = ring.after(entry(event));
        model.update(ring.peer(PEER), ring, 2_000_000);
    }

    /** SPEC 10.1: each refusal is counted, and shown as a statistic. */
    @Test
    void theRefusalsOfAPeerAreShownAsSoonAsThereAreAny() {
        told(new ProcessEvent.ProcessStarted(1, 50_077));
        assertThat(model.badInputProperty().get()).isEmpty();
        told(new LifeEvent.Statistics(90, 91, 92, 93, 0, 0, 0, 1 << 20));
        assertThat(model.badInputProperty().get()).isEmpty();
        told(new LifeEvent.Statistics(90, 91, 92, 93, 12, 3, 5, 1 << 20));
        assertThat(model.badInputProperty().get())
                .isEqualTo("refused: 12 datagrams · 3 frames · 5 connections");
    }

    /** PROGRAMS 1.5: the process that holds the port, and its memory. */
    @Test
    void aMeasuredProcessTakesThePlaceOfTheOneThatWasStarted() {
        told(new ProcessEvent.ProcessStarted(1, 50_077));
        assertThat(model.factsProperty().get()).isEqualTo("pid 1 · port 50077 · 1 s");
        told(new ProcessEvent.ProcessMeasured(23, 45_600_000));
        assertThat(model.factsProperty().get()).isEqualTo("pid 23 · port 50077 · 1 s · 45.6 MB");
        assertThat(
                        Explanations.of(
                                        entry(new ProcessEvent.ProcessMeasured(23, 45_600_000)),
                                        ring)
                                .text())
                .isEqualTo("77 is process 23, which holds 45.6 MB of memory.");
    }

    @Test
    void aPeerThatHasEndedSaysWhenAndWhy() {
        told(new ProcessEvent.ProcessStarted(1, 50_077));
        assertThat(model.endedProperty().get()).isEmpty();
        ring =
                ring.after(
                        new StatusEntry(
                                13_300_000,
                                PEER,
                                new ProcessEvent.ProcessEnded(
                                        ProcessEvent.ExitKind.KILLED, 137, "Killed by you.")));
        model.update(ring.peer(PEER), ring, 20_000_000);
        assertThat(model.endedProperty().get()).isEqualTo("00:12.3 · Killed by you.");
    }

    /** SPEC 3.6: start, interval, peer, the right one, and for how long it has led there. */
    @Test
    void theFingerTableStandsBesideWhatIsRight() {
        told(new ProcessEvent.ProcessStarted(1, 50_077));
        told(new LifeEvent.Running());
        assertThat(model.shortcutsProperty().get()).isEmpty();
        told(new LifeEvent.SettingsChanged(PeerSettings.DEFAULTS.withShortcuts(true)));
        PeerId far = new PeerId(200);
        ring = ring.after(new StatusEntry(1, far, new ProcessEvent.ProcessStarted(2, 50_200)));
        ring = ring.after(new StatusEntry(1, far, new LifeEvent.Running()));
        told(
                new NeighbourEvent.ShortcutsChanged(
                        List.of(
                                new Shortcut(new PeerId(78), far),
                                new Shortcut(new PeerId(93), new PeerId(100)))));
        assertThat(model.shortcutsProperty().get())
                .hasSize(8)
                .contains(
                        new ShortcutRow("78", "78–78", "200", "200", "1 s", Verdict.RIGHT),
                        new ShortcutRow("79", "79–80", "–", "200", "–", Verdict.MISSING),
                        new ShortcutRow("93", "93–108", "100", "200", "1 s", Verdict.DEAD),
                        new ShortcutRow("205", "205–76", "–", "–", "–", Verdict.RIGHT));
        assertThat(model.shortcutsProperty().get().getFirst().word()).isEqualTo("right");
    }

    @Test
    void theEventsShowTheRefusalsToo() {
        var statistics = new LifeEvent.Statistics(90, 91, 92, 93, 12, 3, 5, 7 << 20);
        assertThat(Explanations.of(entry(statistics), ring).text())
                .isEqualTo(
                        "77 has received 90 and sent 91 datagrams, refused 15 bad messages and 5"
                                + " connections, and uses 7 MiB.");
    }
}
