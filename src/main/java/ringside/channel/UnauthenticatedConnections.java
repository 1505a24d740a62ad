package ringside.channel;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashSet;

/**
 * Connections that have not shown yet what lets them in. Their number is limited; one more evicts
 * the oldest, so that silent ones never keep a peer out (SPEC 10.1, 10.3). Thread-safe.
 */
public final class UnauthenticatedConnections {

    private final int most;
    private final LinkedHashSet<Socket> waiting = new LinkedHashSet<>();
    private long turnedAway;

    /** Holds none yet, and never more than {@code most}. */
    public UnauthenticatedConnections(int most) {
        this.most = most;
    }

    /** Adds a connection; where there are too many, closes the oldest. */
    public synchronized void add(Socket stranger) {
        if (waiting.size() >= most) {
            close(waiting.removeFirst());
            turnedAway++;
        }
        waiting.add(stranger);
    }

    /**
     * Removes a connection that may come in.
     *
     * @return false when it was evicted meanwhile
     */
    public synchronized boolean admit(Socket stranger) {
        return waiting.remove(stranger);
    }

    /**
     * Closes and counts a connection that may not come in.
     *
     * @return false when it was evicted before, or has been let in
     */
    public synchronized boolean turnAway(Socket stranger) {
        if (!waiting.remove(stranger)) {
            return false;
        }
        close(stranger);
        turnedAway++;
        return true;
    }

    synchronized long turnedAway() {
        return turnedAway;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }
}
