package ringside.status;

import static java.util.Objects.requireNonNull;

/** What the supervisor tells of a peer's process. */
public sealed interface ProcessEvent extends StatusEvent {

    /** A process was started for the peer. */
    record ProcessStarted(long processId, int port) implements ProcessEvent {}

    /** A peer that was started by hand connected: it can be commanded, not killed (SPEC 9.3). */
    record ProcessAttached(long processId) implements ProcessEvent {}

    /** Stopped with SIGSTOP on the user's word. */
    record ProcessPaused() implements ProcessEvent {}

    /** Continued with SIGCONT. */
    record ProcessResumed() implements ProcessEvent {}

    /** SIGKILL was sent on the user's word; {@link ProcessEnded} follows. */
    record ProcessKilled() implements ProcessEvent {}

    /**
     * The process is gone, or, for a peer started by hand, its channel closed.
     *
     * @param exitCode of the process; 0 when it is not known
     * @param reason one plain sentence: what the exit means and what to do
     */
    record ProcessEnded(ExitKind kind, int exitCode, String reason) implements ProcessEvent {
        public ProcessEnded {
            requireNonNull(kind, "kind");
            requireNonNull(reason, "reason");
        }
    }

    /** How a process ended. */
    enum ExitKind {
        /** It left the ring and ended by itself with exit code 0. */
        QUIT,
        /** The user killed it. */
        KILLED,
        /** It could not start: a taken port, wrong arguments, refused by the ring. */
        REFUSED,
        /** A peer started by hand is gone without a goodbye: how it ended, its terminal knows. */
        VANISHED,
        /** Anything else. */
        CRASHED
    }
}
