package ringside.node;

import java.util.concurrent.CountDownLatch;

/** Blocks a disk thread, as a disk that does not answer would. */
final class HangingDisk {

    private final CountDownLatch answers = new CountDownLatch(1);

    private HangingDisk() {}

    /** Blocks all reads of outgoing files from now on. */
    static HangingDisk whenRead(DiskLanes lanes) {
        HangingDisk disk = new HangingDisk();
        lanes.read(disk::hang, failure -> {});
        return disk;
    }

    /** Blocks all creation and writing of incoming files from now on. */
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

    /** Lets the disk answer again. */
    void resume() {
        answers.countDown();
    }
}
