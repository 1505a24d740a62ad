package ringside.peer;

import java.util.List;
import ringside.ring.PeerId;
import ringside.status.PeerCommand;

/** Everything that can happen to a peer. */
public sealed interface Input permits Input.FromWorld, FileInput {

    /** What is not about one file at work. */
    sealed interface FromWorld extends Input {}

    /**
     * The peer begins: its sockets are bound.
     *
     * @param held the files in its data folder
     * @param receiveBufferBytes how much its UDP socket keeps of what has not been read yet
     * @param epochMs the time of day, in ms since the Unix epoch; only to see that a version is
     *     further ahead than any honest clock
     */
    record Started(List<StoredFile> held, int receiveBufferBytes, long epochMs)
            implements FromWorld {
        public Started {
            held = List.copyOf(held);
        }
    }

    /** A datagram from the port of a peer; the sender is proven by that port. */
    record DatagramReceived(PeerId from, Datagram message) implements FromWorld {}

    /** No more datagrams are waiting for now: what can be said once for several is said now. */
    record DatagramsTaken() implements FromWorld {}

    /**
     * Too much waits for the disk to write it: nothing more is acknowledged, and nothing given to
     * it, until it has caught up.
     */
    record DiskBehind() implements FromWorld {}

    /** The disk takes more again. */
    record DiskCaughtUp() implements FromWorld {}

    /**
     * A question over TCP, which wants exactly one {@link Effect.Answer}.
     *
     * @param exchange the outside world's name for the connection
     */
    record Asked(long exchange, Message.Question question) implements FromWorld {}

    /** The answer to an {@link Effect.Ask}. */
    record Answered(Purpose purpose, Message.Reply reply) implements FromWorld {}

    /** There is no answer to an {@link Effect.Ask}: refused, reset, silent for too long. */
    record Unanswered(Purpose purpose) implements FromWorld {}

    /** An {@link Effect.CallLater} is due, or overdue. */
    record TimerFired(Timer timer) implements FromWorld {}

    /** Whoever supervises this peer is gone: it leaves, and its files with it (SPEC 9.2). */
    record Abandoned() implements FromWorld {}

    /** The user wants something. */
    record Commanded(PeerCommand command) implements FromWorld {}
}
