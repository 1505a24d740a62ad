package ringside.supervisor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.channel.ConnectionListener;
import ringside.channel.PeerConnection;
import ringside.ring.PeerId;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ProcessEnded;
import ringside.text.Messages;

/** The program that the peers of a ring run. May be used from any thread. */
public interface PeerProgram extends PeerFiles {

    /**
     * Starts the process of a peer.
     *
     * @param status for the environment of the process, so that it can report itself
     * @param listener is told what the peer says, if it does not connect to the status channel
     *     itself; first called after this method has returned
     * @throws IOException when it cannot be started, with a sentence
     */
    ChildProcess start(
            PeerId peer, PeerStart start, StatusAccess status, ConnectionListener listener)
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

    /** Is told which peers are about to start as a whole ring, in the order of the circle. */
    default void prepare(List<PeerId> ring) {}

    /**
     * Sets who is told what happens to the processes besides their starts and ends; called once,
     * before any starts.
     */
    default void tellNews(News news) {}

    /** Receives what happens to the processes of peers; called on any thread, must not block. */
    @FunctionalInterface
    interface News {
        void happened(PeerId peer, ProcessEvent event);
    }

    /**
     * Lets a peer run on a host whenever it starts from now on (SPEC 13.1).
     *
     * @throws ActionFailedException with a sentence when the ring has no such host, or no room on
     *     it
     */
    default void place(PeerId peer, String host) {
        throw Refusals.noHost(host);
    }

    /**
     * Keeps the peers of a host from all others, as if its cable were pulled (SPEC 13.6).
     *
     * @throws ActionFailedException with a sentence when the ring has no such host
     */
    default void cut(String host) {
        throw Refusals.noHost(host);
    }

    /**
     * Ends what {@link #cut} began.
     *
     * @throws ActionFailedException with a sentence when the ring has no such host
     */
    default void mend(String host) {
        throw Refusals.noHost(host);
    }

    /** What a connection that introduces itself with a peer's id is to the peer's process. */
    enum Voice {
        /** The one through which the peer reports and gets its commands. */
        MAIN,
        /**
         * The process's own, beside the one on which its output is read: what it says counts
         * instead of what is read, until it closes (PROGRAMS 6).
         */
        ITS_OWN,
        /** Another process's. */
        STRANGE
    }

    /** A process of a peer. Methods throw an {@link ActionFailedException} with a sentence. */
    interface ChildProcess {

        /** Returns the number of the process, on its machine. */
        long id();

        /** Returns the name of the host that it runs on; empty for this machine. */
        default String host() {
            return "";
        }

        /**
         * Returns the number of the process that is the peer now: the one that was started, or one
         * that took its place (PROGRAMS 1.5). Waits for the system.
         */
        long peerProcess();

        /** Returns whether it runs. */
        boolean isAlive();

        /** Takes a connection that introduces itself with this peer's id, or refuses it. */
        Voice hear(PeerConnection connection);

        /**
         * Lets go of a connection that has closed.
         *
         * @return whether it was the process's own, beside its output
         */
        boolean hearNoMore(PeerConnection connection);

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

        /** Explains its end; empty when the end of its whole host has been told already. */
        Optional<ProcessEnded> explain(int exitCode, boolean wasKilled);
    }
}
