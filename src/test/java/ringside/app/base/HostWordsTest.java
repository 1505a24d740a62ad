package ringside.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.model.HostState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;

class HostWordsTest {

    private RingState ring = RingState.EMPTY;

    private void told(int peer, ProcessEvent event) {
        ring = ring.after(new StatusEntry(1, new PeerId(peer), event));
    }

    @Test
    void thePeersOfEachHostAreCounted() {
        told(1, new ProcessEvent.ProcessStarted(1, 1));
        assertThat(HostWords.loads(ring)).isEmpty();
        told(2, new ProcessEvent.ProcessStarted(1, 1, "lab08"));
        told(3, new ProcessEvent.ProcessStarted(1, 1, "lab07"));
        told(4, new ProcessEvent.ProcessStarted(1, 1, "lab07"));
        assertThat(HostWords.loads(ring)).isEqualTo("this machine 1 · lab07 2 · lab08 1");
        told(3, new ProcessEvent.HostCut("lab07"));
        told(2, new ProcessEvent.HostGone("lab08", "It is off."));
        assertThat(HostWords.loads(ring))
                .isEqualTo("this machine 1 · lab07 2 (cut off) · lab08 0 (gone)");
    }

    @Test
    void whatIsWrongWithAHostIsSaid() {
        told(1, new ProcessEvent.ProcessStarted(1, 1, "lab07"));
        assertThat(HostWords.of(ring.peers().getFirst(), ring.hosts())).isEmpty();
        told(2, new ProcessEvent.ProcessStarted(1, 1));
        assertThat(HostWords.of(ring.peers().getFirst(), ring.hosts())).contains("lab07");
        told(1, new ProcessEvent.HostCut("lab07"));
        assertThat(HostWords.of(ring.peers().getFirst(), ring.hosts())).contains("lab07 · cut off");
        told(1, new ProcessEvent.HostSilent("lab07"));
        assertThat(HostWords.of(ring.peers().getFirst(), ring.hosts())).contains("lab07 · silent");
        assertThat(HostWords.of(ring.peers().getLast(), ring.hosts())).contains("this machine");
    }

    @Test
    void howFarTimesMayBeWrongIsSaidWhereThatMatters() {
        told(1, new ProcessEvent.ProcessStarted(1, 1, "lab07"));
        assertThat(HostWords.tip(lab07(), "1 peer lives")).isEqualTo("lab07: 1 peer lives");

        told(1, new ProcessEvent.HostTimed("lab07", 200));
        assertThat(HostWords.onItsArc(lab07())).isEqualTo("lab07");
        assertThat(HostWords.tip(lab07(), "1 peer lives"))
                .isEqualTo("lab07: 1 peer lives. Times are right to ±200 µs.");

        told(1, new ProcessEvent.HostTimed("lab07", 2_000));
        assertThat(HostWords.onItsArc(lab07())).isEqualTo("lab07 · ±2 ms");
    }

    private HostState lab07() {
        return ring.hosts().get("lab07").orElseThrow();
    }
}
