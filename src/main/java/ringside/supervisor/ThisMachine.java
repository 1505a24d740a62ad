package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import ringside.ring.PeerId;

/** The host of peers that are processes here. */
public enum ThisMachine implements RingHost {
    HERE;

    /** Time between two looks for news: short enough for times in hundredths of a second. */
    private static final long POLL_MS = 5;

    @Override
    public long nowNanos() {
        return System.nanoTime();
    }

    @Override
    public void awaitNews(long mostMs) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.min(POLL_MS, mostMs));
    }

    @Override
    public long mismatch(Path original, PeerId peer, String received) throws IOException {
        return Files.mismatch(original, Path.of(received));
    }
}
