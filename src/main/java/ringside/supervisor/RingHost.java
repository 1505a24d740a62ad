package ringside.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import ringside.ring.PeerId;

/**
 * What a ring runs on: the time that passes for it, and the files that its peers have received. For
 * the thread that waits for the ring.
 */
public interface RingHost {

    /** Returns nanoseconds on a monotonic clock; only differences count. */
    long nowNanos();

    /**
     * Lets time pass until there may be news of the ring.
     *
     * @param mostMs the longest time, at least 1 ms
     * @throws InterruptedException if the thread is interrupted
     */
    void awaitNews(long mostMs) throws InterruptedException;

    /**
     * Compares a file with one that a peer has received.
     *
     * @param original a file of this machine
     * @param received the path as the peer reported it
     * @return the position of the first byte that differs, or -1 if none does
     * @throws IOException when one of them cannot be read
     */
    long mismatch(Path original, PeerId peer, String received) throws IOException;
}
