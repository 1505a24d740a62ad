package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Small files overtake large ones, and each lane keeps its order. */
class DiskLanesTest {

    private static final DiskLanes.Size HUGE = () -> 30L << 30;

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void aSmallFileNeverWaitsForTheDigestOfALargeOne() throws Exception {
        CountDownLatch digest = new CountDownLatch(1);
        try (DiskLanes lanes = new DiskLanes()) {
            lanes.run(
                    HUGE,
                    () -> {
                        awaitOn(digest);
                        done.add("large");
                    },
                    failure -> done.add("failed"));
            lanes.run(() -> 5, () -> done.add("small"), failure -> done.add("failed"));
            assertThat(done.poll(60, TimeUnit.SECONDS)).isEqualTo("small");
            digest.countDown();
            assertThat(done.poll(60, TimeUnit.SECONDS)).isEqualTo("large");
        }
    }

    @Test
    void aSizeThatCannotBeReadFailsTheWork() throws Exception {
        try (DiskLanes lanes = new DiskLanes()) {
            lanes.run(
                    () -> {
                        throw new java.io.IOException("gone");
                    },
                    () -> done.add("done"),
                    failure -> done.add(String.valueOf(failure.getMessage())));
            assertThat(done.poll(60, TimeUnit.SECONDS)).isEqualTo("gone");
        }
    }

    private static void awaitOn(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
