package ringside.supervisor;

import java.io.IOException;
import java.util.Map;
import ringside.channel.ConnectionListener;
import ringside.ring.PeerId;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.text.Messages;

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

    /**
     * Gives these peers a fault whenever they start from now on, and all others none (SPEC 7.7).
     *
     * @throws ActionFailedException with a sentence when this program knows no faults
     */
    default void plant(Map<PeerId, PlantedFault> faults) {
        if (!faults.isEmpty()) {
            throw new ActionFailedException(Messages.SUPERVISOR.format("faults.foreign"));
        }
    }

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
