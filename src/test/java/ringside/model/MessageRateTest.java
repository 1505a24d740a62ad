package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** How many messages a second a peer sends and receives. */
class MessageRateTest {

    private static final long SECOND = 1_000_000;
    private static final PeerId PEER = new PeerId(77);

    private RingState ring = RingState.EMPTY;

    private void told(long second, StatusEvent event) {
        ring = ring.after(new StatusEntry(second * SECOND, PEER, event));
    }

    private static LifeEvent.Statistics counts(long each) {
        return new LifeEvent.Statistics(each, each, each, each, 9, 9, 9, 9);
    }

    private double perSecond() {
        return ring.peer(PEER).orElseThrow().traffic().perSecond();
    }

    @Test
    void itComesFromTheLastTwoCounts() {
        told(10, counts(5));
        assertThat(perSecond()).isNaN();
        told(15, counts(10));
        assertThat(perSecond()).isEqualTo(4);
        told(20, counts(10));
        assertThat(perSecond()).isZero();
    }

    @Test
    void aNewProcessCountsFromNothing() {
        told(10, counts(500));
        told(15, counts(600));
        told(16, new ProcessEvent.ProcessStarted(2, 50_077));
        assertThat(perSecond()).isNaN();
        told(21, counts(5));
        assertThat(perSecond()).isNaN();
        told(26, counts(10));
        assertThat(perSecond()).isEqualTo(4);
    }

    @Test
    void twoCountsOfTheSameMomentGiveNoRate() {
        told(10, counts(5));
        told(10, counts(6));
        assertThat(perSecond()).isNaN();
    }
}
