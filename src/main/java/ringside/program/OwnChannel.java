package ringside.program;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringside.channel.PeerConnection;
import ringside.status.PeerCommand;

/**
 * The status channel of a program that tells itself what it does (PROGRAMS 6); most have none.
 * Thread-safe.
 */
final class OwnChannel {

    private @Nullable PeerConnection connection;
    private CountDownLatch over = new CountDownLatch(0);

    /** Takes a connection, unless there is one. */
    synchronized boolean take(PeerConnection offered) {
        if (connection != null) {
            return false;
        }
        connection = offered;
        over = new CountDownLatch(1);
        return true;
    }

    /** Lets go of the connection, if it is this one. */
    synchronized boolean release(PeerConnection closed) {
        if (!closed.equals(connection)) {
            return false;
        }
        connection = null;
        over.countDown();
        return true;
    }

    synchronized boolean isOpen() {
        return connection != null;
    }

    /** Sends a command; returns false if there is no connection, or too many commands wait. */
    synchronized boolean send(PeerCommand command) {
        return connection != null && connection.send(command);
    }

    /** Waits until the connection is closed, for the last events of a program that has ended. */
    void awaitClosed(long timeoutMs) throws InterruptedException {
        var _ = latest().await(timeoutMs, TimeUnit.MILLISECONDS);
    }

    private synchronized CountDownLatch latest() {
        return over;
    }
}
