package ringside.channel;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashSet;

/**
 * Connections that have not shown the token yet. Their number is limited; one more evicts the
 * oldest, so that silent ones never keep a peer out (SPEC 10.1, 10.3). Thread-safe.
 */
final class UnauthenticatedConnections {

    private final int most;
    private final LinkedHashSet<Socket> waiting = new LinkedHashSet<>();
    private long turnedAway;

    UnauthenticatedConnections(int most) {
        this.most = most;
    }

    synchronized void add(Socket stranger) {
        if (waiting.size() >= most) {
            close(waiting.removeFirst());
            turnedAway++;
        }
        waiting.add(stranger);
    }

    /**
     * Removes a connection that has shown the token.
     *
     * @return false when it was evicted meanwhile
     */
    synchronized boolean admit(Socket stranger) {
        return waiting.remove(stranger);
    }

    /** Closes and counts a connection that has not shown the token, unless it is already closed. */
    synchronized void turnAway(Socket stranger) {
        if (waiting.remove(stranger)) {
            close(stranger);
            turnedAway++;
        }
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
