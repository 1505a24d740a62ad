package ringside.channel;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashSet;

/**
 * Connections that have not shown the token yet. There is room for some; when one more comes, the
 * oldest goes, so that silent ones never keep a peer out (SPEC 10.1, 10.3). Any thread may call.
 */
final class Strangers {

    private final int most;
    private final LinkedHashSet<Socket> waiting = new LinkedHashSet<>();
    private long turnedAway;

    Strangers(int most) {
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
     * Takes one out that has shown the token.
     *
     * @return false when it had to make room for others meanwhile
     */
    synchronized boolean admit(Socket stranger) {
        return waiting.remove(stranger);
    }

    /** Counts and closes one that has not shown the token, unless that has been done. */
    synchronized void turnAway(Socket stranger) {
        if (waiting.remove(stranger)) {
            close(stranger);
            turnedAway++;
        }
    }

    /** How many were turned away since the start. */
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
