package ringside.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

/** The events dropped when the channel is slower than the peer (SPEC 9.2). */
class ReportQueueTest {

    private static final PeerId SELF = new PeerId(1);
    private static final StatusEntry FREQUENT =
            new StatusEntry(0, SELF, new FileEvent.TransferProgress(1, true, 1, 1, 0));
    private static final StatusEntry IMPORTANT =
            new StatusEntry(0, SELF, new NeighbourEvent.PeerDead(new PeerId(2), 4));

    private final ReportQueue queue = new ReportQueue();

    @Test
    void frequentEventsAreDroppedFirst() throws InterruptedException {
        offer(FREQUENT, ReportQueue.CAPACITY);
        offer(IMPORTANT, 1);

        assertThat(queue.take()).hasSize(ReportQueue.CAPACITY_FOR_FREQUENT + 1).endsWith(IMPORTANT);
        assertThat(queue.takeLeftOut())
                .isEqualTo(ReportQueue.CAPACITY - ReportQueue.CAPACITY_FOR_FREQUENT);
    }

    @Test
    void capturedMessagesGoBeforeAllOthers() throws InterruptedException {
        StatusEntry captured =
                new StatusEntry(
                        0,
                        SELF,
                        WireEvent.MessageCaptured.of(
                                WireEvent.Passage.SENT,
                                WireEvent.Transport.UDP,
                                1,
                                2,
                                1,
                                new byte[] {1}));
        offer(captured, ReportQueue.CAPACITY);
        offer(FREQUENT, 1);

        assertThat(queue.take()).hasSize(ReportQueue.CAPACITY_FOR_CAPTURED + 1).endsWith(FREQUENT);
        assertThat(queue.takeLeftOut())
                .isEqualTo(ReportQueue.CAPACITY - ReportQueue.CAPACITY_FOR_CAPTURED);
    }

    @Test
    void importantEventsAreBoundedToo() throws InterruptedException {
        offer(IMPORTANT, ReportQueue.CAPACITY + 5);

        assertThat(queue.take()).hasSize(ReportQueue.CAPACITY);
        assertThat(queue.takeLeftOut()).isEqualTo(5);
        assertThat(queue.takeLeftOut()).isZero();
    }

    @Test
    void aClosedQueueIsDrainedThenEmpty() throws InterruptedException {
        offer(IMPORTANT, 1);
        queue.close();

        assertThat(queue.take()).isEqualTo(List.of(IMPORTANT));
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void frequentEventsWaitForOthersButNotForEver() throws InterruptedException {
        offer(FREQUENT, 1);

        assertThat(queue.take()).containsExactly(FREQUENT);
    }

    @Test
    void anImportantEventTakesTheFrequentOnesAlong() throws InterruptedException {
        offer(FREQUENT, 2);
        offer(IMPORTANT, 1);

        assertThat(queue.take()).containsExactly(FREQUENT, FREQUENT, IMPORTANT);
    }

    private void offer(StatusEntry entry, int times) {
        for (int i = 0; i < times; i++) {
            queue.offer(entry);
        }
    }
}
