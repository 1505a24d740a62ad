package ringside.status;

import static java.util.Objects.requireNonNull;

import ringside.ring.PeerId;

/** What a peer tells of itself: its beginning and end, its settings, its terminal (SPEC 9.1). */
public sealed interface LifeEvent extends PeerEvent {

    /**
     * First line on the status channel.
     *
     * @param version of the channel's language, see {@link #VERSION}
     * @param processId of the peer's process, 0 in a simulation
     * @param port the UDP and TCP port it listens on
     */
    record Hello(int version, long processId, int port, PeerSettings settings)
            implements LifeEvent {
        /** The version that this program speaks. */
        public static final int VERSION = 1;

        public Hello {
            requireNonNull(settings, "settings");
        }
    }

    /** It looks for its place through a known peer (SPEC 7.1). */
    record Joining(PeerId known) implements LifeEvent {
        public Joining {
            requireNonNull(known, "known");
        }
    }

    /** It is a member of the ring from now on. */
    record Running() implements LifeEvent {}

    /** It was told to leave, and hands its files over first (SPEC 5.1). */
    record Leaving(int filesToHandOver) implements LifeEvent {}

    /** It has told its neighbours and ends now. */
    record Left() implements LifeEvent {}

    /** The settings that hold from now on. */
    record SettingsChanged(PeerSettings settings) implements LifeEvent {
        public SettingsChanged {
            requireNonNull(settings, "settings");
        }
    }

    /** A line for the peer's terminal, without the line break. */
    record TerminalLine(String text) implements LifeEvent {
        public TerminalLine {
            requireNonNull(text, "text");
        }
    }

    /**
     * Something that the peer was told to do, or did by itself, did not work out.
     *
     * @param action what it was about, as one would type it
     * @param reason one plain sentence: what went wrong and what to do
     */
    record ActionFailed(String action, String reason) implements LifeEvent {
        public ActionFailed {
            requireNonNull(action, "action");
            requireNonNull(reason, "reason");
        }
    }

    /** An invariant of the peer's own broke; it ends with this line (a bug of ours). */
    record Crashed(String reason) implements LifeEvent {
        public Crashed {
            requireNonNull(reason, "reason");
        }
    }

    /** How many events were left out since the last such line because the channel was full. */
    record EventsLeftOut(long count) implements LifeEvent {}

    /**
     * Counters since the start, each 5 s.
     *
     * @param badDatagrams datagrams that were no message of ours, or came from the wrong port
     * @param badFrames connections that carried no message of ours
     * @param connectionsRefused connections over the limit
     * @param heapBytes memory in use of the Java heap
     */
    record Statistics(
            long datagramsReceived,
            long datagramsSent,
            long messagesReceived,
            long messagesSent,
            long badDatagrams,
            long badFrames,
            long connectionsRefused,
            long heapBytes)
            implements LifeEvent {}
}
