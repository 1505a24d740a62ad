package ringside.check;

import java.util.List;
import ringside.ring.PeerId;
import ringside.transcript.LogRow;
import ringside.transcript.Reading;

/**
 * Something that was seen of a ring of a program. Times are in microseconds since the epoch, on the
 * clock of the check.
 */
public sealed interface Observation {

    /** Returns when it was seen. */
    long atMicros();

    /** A peer's process was started. */
    record Started(long atMicros, PeerId peer) implements Observation {}

    /** A peer has bound its port for a transport. */
    record Bound(long atMicros, PeerId peer, Transport transport) implements Observation {}

    /** A line was typed to a peer. */
    record Typed(long atMicros, PeerId peer, String line) implements Observation {}

    /** A peer printed a sentence of the rules. */
    record Said(long atMicros, PeerId peer, Reading.Sentence sentence) implements Observation {}

    /** A peer printed a line, whatever stands in it. */
    record Printed(long atMicros, PeerId peer, String line) implements Observation {}

    /** A peer was killed by the check. */
    record Killed(long atMicros, PeerId peer) implements Observation {}

    /**
     * A peer's process ended.
     *
     * @param exitCode 128 and more is the end by a signal
     */
    record Ended(long atMicros, PeerId peer, int exitCode) implements Observation {}

    /**
     * A file in a peer's folder is new or has changed, and is no log.
     *
     * @param name of the file
     * @param length in bytes
     * @param digest of its bytes, SHA-256 in hex
     */
    record FileWritten(long atMicros, PeerId peer, String name, long length, String digest)
            implements Observation {}

    /**
     * A peer's log of transfers has grown, or has begun anew.
     *
     * @param rows all that it has
     */
    record LogWritten(long atMicros, PeerId peer, Side side, List<LogRow> rows)
            implements Observation {

        /** Copies the list. */
        public LogWritten {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Bytes travelled.
     *
     * @param fromPort port they left
     * @param toPort port they are destined for
     * @param length bytes of data, without headers, at least 0
     */
    record Travelled(long atMicros, Transport transport, int fromPort, int toPort, int length)
            implements Observation {}

    /** From now on datagrams of transfers are lost for real. */
    record LossBegan(long atMicros) implements Observation {}

    /**
     * This machine does not let datagrams be lost.
     *
     * @param reason a sentence
     */
    record LossRefused(long atMicros, String reason) implements Observation {}

    /** What carries bytes between peers. */
    enum Transport {
        /** Datagrams. */
        UDP,
        /** Connections. */
        TCP
    }

    /** The sides of a transfer. */
    enum Side {
        /** It has the file. */
        SENDING,
        /** It asked for the file. */
        RECEIVING
    }
}
