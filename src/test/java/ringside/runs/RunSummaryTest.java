package ringside.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** What counts as lost when a host is gone: one event for all its peers. */
class RunSummaryTest {

    private final RunSummary.Counter counter = new RunSummary.Counter();
    private long now;

    private StatusEntry tell(int peer, StatusEvent event) {
        StatusEntry entry = new StatusEntry(++now, new PeerId(peer), event);
        counter.accept(entry);
        return entry;
    }

    private StatusEntry start(int peer, String host) {
        StatusEntry started = tell(peer, new ProcessEvent.ProcessStarted(4_711, 20_000, host));
        tell(peer, new LifeEvent.Running());
        return started;
    }

    private StatusEntry lose(String host) {
        return tell(14, new ProcessEvent.HostGone(host, "The cable was pulled."));
    }

    @Test
    void livingPeersOfAHostThatIsGoneAreLost() {
        start(14, "lab07");
        start(43, "lab07");
        start(77, "lab08");
        start(104, "lab07");
        tell(104, new ProcessEvent.ProcessEnded(ExitKind.QUIT, 0, ""));
        lose("lab07");
        RunSummary summary = counter.summary(0);
        assertThat(summary.peers()).isEqualTo(4);
        assertThat(summary.lost()).isEqualTo(2);
        assertThat(summary.quits()).isOne();
    }

    @Test
    void aCheckpointDoesNotLosePeersAgain() {
        List<StatusEntry> repeated = List.of(start(14, "lab07"), lose("lab07"));
        repeated.forEach(counter);
        start(43, "lab07");
        lose("lab07");
        assertThat(counter.summary(0).lost()).isEqualTo(2);
    }
}
