package ringside.status;

import ringside.ring.PeerId;

/** Events of a peer's own life: start and end, settings, terminal output (SPEC 9.1). */
public sealed interface LifeEvent extends PeerEvent {

    /**
     * First line on the status channel.
     *
     * @param version protocol version of the channel, see {@link #VERSION}
     * @param processId of the peer's process, 0 in a simulation
     * @param port the UDP and TCP port it listens on
     */
    record Hello(int version, long processId, int port, PeerSettings settings)
            implements LifeEvent {
        /** Protocol version of the status channel that this program speaks. */
        public static final int VERSION = 1;
    }

    /** The peer is looking for its position through a known peer (SPEC 7.1). */
    record Joining(PeerId known) implements LifeEvent {}

    /** The peer is now a member of the ring. */
    record Running() implements LifeEvent {}

    /** The peer was asked to leave, and hands its files over first (SPEC 5.1). */
    record Leaving(int filesToHandOver) implements LifeEvent {}

    /** The peer has notified its neighbours and ends now. */
    record Left() implements LifeEvent {}

    /** The settings in force from now on. */
    record SettingsChanged(PeerSettings settings) implements LifeEvent {}

    /** A line for the peer's terminal, without the line break. */
    record TerminalLine(String text) implements LifeEvent {}

    /**
     * A command to the peer, or an action on its own initiative, failed.
     *
     * @param action the failed action, as one would type it
     * @param reason what went wrong and what to do; is made one plain sentence
     */
    record ActionFailed(String action, String reason) implements LifeEvent {
        public ActionFailed {
            reason = PlainSentence.of(reason);
        }
    }

    /** An internal invariant was violated, which is a bug; the peer ends with this line. */
    record Crashed(String reason) implements LifeEvent {}

    /** Number of events dropped since the last such line because the channel was full. */
    record EventsLeftOut(long count) implements LifeEvent {}

    /**
     * Datagrams that reached the peer and were no messages: another program may speak to its port
     * (PROGRAMS 3.4). At most one such event a second for each source.
     *
     * @param source the address and port that they came from
     * @param count of datagrams since the last event of this source
     * @param bytes length of the first of them
     * @param format what the first looks like
     * @param hex its first bytes, two digits each, with blanks between
     * @param text the same bytes in ASCII, with a dot for each that cannot be printed
     */
    record UnreadableDatagrams(
            String source, long count, int bytes, DatagramFormat format, String hex, String text)
            implements LifeEvent {

        /** Returns the same event for another number of datagrams. */
        public UnreadableDatagrams withCount(long all) {
            return new UnreadableDatagrams(source, all, bytes, format, hex, text);
        }
    }

    /**
     * Counters since the start, reported every 5 s.
     *
     * @param badDatagrams datagrams that were not valid messages, or came from the wrong port
     * @param badFrames connections that carried no valid message
     * @param connectionsRefused connections over the limit
     * @param heapBytes Java heap memory in use
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
