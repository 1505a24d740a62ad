package ringside.supervisor;

import java.io.IOException;
import ringside.channel.ConnectionListener;
import ringside.ring.PeerId;
import ringside.status.ProcessEvent.ProcessEnded;

/** The program that the peers of a ring run. May be used from any thread. */
public interface PeerProgram {

    /**
     * Starts the process of a peer.
     *
     * @param listener is told what the peer says, if it does not connect to the status channel
     *     itself; first called after this method has returned
     * @throws IOException when it cannot be started, with a sentence
     */
    ChildProcess start(PeerId peer, PeerStart start, ConnectionListener listener)
            throws IOException;

    /** A process of a peer. Methods throw an {@link ActionFailedException} with a sentence. */
    interface ChildProcess {

        /** Returns the number of the process. */
        long id();

        /** Returns whether it runs. */
        boolean isAlive();

        /** Waits for its end, and returns its exit code; 128 and more is the end by a signal. */
        int waitFor() throws InterruptedException;

        /** Runs an action when the process has ended, at once if it has already. */
        void whenEnded(Runnable action);

        /** Suspends it until {@link #resume}; returns when it stands still. */
        void pause();

        /** Lets it go on. */
        void resume();

        /** Ends it at once, whatever it does. */
        void kill();

        /**
         * Returns whether it leaves by itself when this program has gone; otherwise it leads a
         * group, which must be killed.
         */
        boolean leavesWithItsWindow();

        /** Explains its end. */
        ProcessEnded explain(int exitCode, boolean wasKilled);
    }
}
