package ringside.peer;

import java.util.List;
import ringside.ring.PeerId;
import ringside.status.PeerCommand;

/** An event that happens to a peer. */
public sealed interface Input permits Input.FromWorld, FileInput {

    /** An input that is not a disk answer. */
    sealed interface FromWorld extends Input {}

    /**
     * Starts the peer, whose sockets are bound.
     *
     * @param held the files in its data folder
     * @param receiveBufferBytes size of its UDP socket's receive buffer
     * @param epochMs the time of day, in ms since the Unix epoch; only used to detect a version
     *     further ahead than any honest clock
     */
    record Started(List<StoredFile> held, int receiveBufferBytes, long epochMs)
            implements FromWorld {
        public Started {
            held = List.copyOf(held);
        }
    }

    /** A datagram from a peer; its source port proves the sender. */
    record DatagramReceived(PeerId from, Datagram message) implements FromWorld {}

    /**
     * Consecutive segments from a peer, which have arrived together. Their data is valid until the
     * effects of the step are carried out; who keeps it needs a copy.
     */
    record TrainReceived(PeerId from, SegmentTrain train) implements FromWorld {}

    /** No more datagrams are waiting, so acknowledgements held back to be combined are sent now. */
    record DatagramsTaken() implements FromWorld {}

    /**
     * Too many writes are queued at the disk: nothing more is acknowledged or written until it has
     * caught up.
     */
    record DiskBehind() implements FromWorld {}

    /** The disk accepts writes again. */
    record DiskCaughtUp() implements FromWorld {}

    /**
     * A question over TCP, to be answered by exactly one {@link Effect.Answer}.
     *
     * @param exchange the runner's id for the connection
     */
    record Asked(long exchange, Message.Question<?> question) implements FromWorld {}

    /** The answer to an {@link Effect.Ask}. */
    record Answered(QuestionPurpose<?> purpose, Message.Reply reply) implements FromWorld {}

    /** An {@link Effect.Ask} got no answer: refused, reset or timed out. */
    record Unanswered(QuestionPurpose<?> purpose) implements FromWorld {}

    /** An {@link Effect.CallLater} is due, or overdue. */
    record TimerFired(Timer timer) implements FromWorld {}

    /** The supervisor is gone: the peer leaves without handing over its files (SPEC 9.2). */
    record Abandoned() implements FromWorld {}

    /**
     * The runner wants to know who owns a position, as a request finds it; {@link
     * Effect.OwnerKnown} follows if the question arrives. Only simulations ask so.
     */
    record OwnerWanted(PeerId position) implements FromWorld {}

    /** A command from the user. */
    record Commanded(PeerCommand command) implements FromWorld {}
}
