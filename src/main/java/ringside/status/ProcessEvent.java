package ringside.status;

import ringside.ring.FileNumber;
import ringside.text.InvalidInputException;
import ringside.text.Messages;

/** Events of a peer's process and of what it is told, reported by the supervisor. */
public sealed interface ProcessEvent extends StatusEvent {

    /**
     * A process was started for the peer.
     *
     * @param host the name of the host that runs it; empty for this machine
     */
    record ProcessStarted(long processId, int port, String host) implements ProcessEvent {
        public ProcessStarted {
            if (!host.isEmpty()) {
                HostNames.check(host);
            }
        }

        /** A process was started on this machine. */
        public ProcessStarted(long processId, int port) {
            this(processId, port, "");
        }
    }

    /** A peer started by hand connected: it can be commanded, but not killed (SPEC 9.3). */
    record ProcessAttached(long processId) implements ProcessEvent {}

    /**
     * The process that is the peer, as the system shows it from outside: the one that holds its
     * port, which need not be the one that was started (PROGRAMS 1.5).
     *
     * @param residentBytes memory that it holds
     */
    record ProcessMeasured(long processId, long residentBytes) implements ProcessEvent {}

    /**
     * The window tells the peer to store a sample file by itself, without a user who asked for it.
     * The store follows, and ends with {@link FileEvent.FileStored} or a failed action.
     */
    record SampleGiven(FileNumber number) implements ProcessEvent {}

    /**
     * The peer's ring has other peers, of which nothing is told: a recording of some peers of a
     * ring says so of each of them after its start.
     */
    record OthersUnseen() implements ProcessEvent {}

    /** The process was suspended with SIGSTOP on a user's command. */
    record ProcessPaused() implements ProcessEvent {}

    /** The process was resumed with SIGCONT. */
    record ProcessResumed() implements ProcessEvent {}

    /** SIGKILL was sent on a user's command; {@link ProcessEnded} follows. */
    record ProcessKilled() implements ProcessEvent {}

    /**
     * The process is gone, or, for a peer started by hand, its channel closed.
     *
     * @param exitCode of the process; 0 when it is not known
     * @param reason one plain sentence: what the exit means and what to do
     */
    record ProcessEnded(ExitKind kind, int exitCode, String reason) implements ProcessEvent {}

    /**
     * An event of a whole host, which runs peers of the ring on another machine. It is reported
     * once, for any peer of the host.
     */
    sealed interface OfHost extends ProcessEvent {
        /** Returns the host's name. */
        String host();
    }

    /**
     * Nothing was heard from the host for some seconds: perhaps its cable is unplugged. Its peers
     * may live.
     */
    record HostSilent(String host) implements OfHost {
        public HostSilent {
            HostNames.check(host);
        }
    }

    /** A silent host was heard again. */
    record HostHeard(String host) implements OfHost {
        public HostHeard {
            HostNames.check(host);
        }
    }

    /**
     * The connection to the host has ended, and all its peers with it; no {@link ProcessEnded}
     * follows for them.
     *
     * @param reason one plain sentence: why, and what to do
     */
    record HostGone(String host, String reason) implements OfHost {
        public HostGone {
            HostNames.check(host);
        }
    }

    /**
     * On a user's command the host's peers neither send to peers of other hosts nor take from them.
     */
    record HostCut(String host) implements OfHost {
        public HostCut {
            HostNames.check(host);
        }
    }

    /** On a user's command the host's peers send to all peers again, and take from them. */
    record HostMended(String host) implements OfHost {
        public HostMended {
            HostNames.check(host);
        }
    }

    /**
     * How far the times of the host's events may be wrong on this machine's clock (SPEC 13.5); told
     * when it changes.
     *
     * @param uncertaintyMicros in microseconds, at least 1, rounded up
     */
    record HostTimed(String host, long uncertaintyMicros) implements OfHost {
        public HostTimed {
            HostNames.check(host);
            if (uncertaintyMicros < 1) {
                throw new InvalidInputException(
                        () -> Messages.STATUS.format("hosts.uncertainty", uncertaintyMicros));
            }
        }
    }

    /** How a process ended. */
    enum ExitKind {
        /** It left the ring and ended by itself with exit code 0. */
        QUIT,
        /** The user killed it. */
        KILLED,
        /**
         * It could not start: the port was taken, an argument was wrong, or the ring refused it.
         */
        REFUSED,
        /** A peer started by hand disappeared without a goodbye; only its terminal shows why. */
        VANISHED,
        /** It ended in any other way. */
        CRASHED
    }
}
