package ringside.status;

import java.util.Base64;
import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * Events of the messages themselves, byte by byte, which a peer reports while it captures (SPEC
 * 9.7).
 */
public sealed interface WireEvent extends PeerEvent {

    /** Largest UDP or TCP port. */
    int MAX_PORT = 65_535;

    /** The peer reports its messages from now on, or does not any more. */
    record CaptureSwitched(boolean on) implements WireEvent {}

    /**
     * A datagram, or a frame of a TCP connection.
     *
     * @param port the peer's own end
     * @param otherPort the other end
     * @param length of the whole message in bytes, 0 to {@value #MAX_LENGTH}
     * @param base64 its first bytes, at most {@code length} of them
     */
    record MessageCaptured(
            Passage passage,
            Transport transport,
            int port,
            int otherPort,
            int length,
            String base64)
            implements WireEvent {

        /** Longest message in bytes: a TCP frame; a datagram is shorter. */
        public static final int MAX_LENGTH = 1 << 16;

        public MessageCaptured {
            requireRange(port, MAX_PORT);
            requireRange(otherPort, MAX_PORT);
            requireRange(length, MAX_LENGTH);
            requireRange(Base64.getDecoder().decode(base64).length, length);
        }

        /** Creates an event with the first bytes of a message. */
        public static MessageCaptured of(
                Passage passage,
                Transport transport,
                int port,
                int otherPort,
                int length,
                byte[] first) {
            return new MessageCaptured(
                    passage,
                    transport,
                    port,
                    otherPort,
                    length,
                    Base64.getEncoder().encodeToString(first));
        }

        /** Returns the bytes that were kept, in a new array. */
        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        private static void requireRange(int value, int most) {
            if (value < 0 || value > most) {
                throw new InvalidInputException(
                        () -> Messages.STATUS.format("captured.range", value, most));
            }
        }
    }

    /** Number of messages that were not captured since the last such event: there were too many. */
    record MessagesUncaptured(long count) implements WireEvent {}

    /** What became of a message at the peer that reports it. */
    enum Passage {
        /** Handed to the system, which carries it. */
        SENT,
        RECEIVED,
        /** Made, and thrown away on purpose instead of sent: simulated loss, or a cut link. */
        DROPPED
    }

    /** The protocol that carries a message. */
    enum Transport {
        UDP,
        TCP
    }
}
