package ringside.node;

import java.util.concurrent.CountDownLatch;

/** Keeps a thread of the disk from going on, as a disk that does not answer would. */
final class HangingDisk {

    private final CountDownLatch answers = new CountDownLatch(1);

    private HangingDisk() {}

    /** From now on nothing is read of files that are sent. */
    static HangingDisk whenRead(DiskLanes lanes) {
        HangingDisk disk = new HangingDisk();
        lanes.read(disk::hang, failure -> {});
        return disk;
    }

    /** From now on nothing is created or written of files that are received. */
    static HangingDisk whenWritten(DiskLanes lanes) {
        HangingDisk disk = new HangingDisk();
        lanes.write(disk::hang, failure -> {});
        return disk;
    }

    private void hang() {
        try {
            answers.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** It answers again. */
    void goOn() {
        answers.countDown();
    }
}
