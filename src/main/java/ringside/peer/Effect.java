package ringside.peer;

import ringside.ring.PeerId;
import ringside.status.StatusEvent;

/** Everything that a peer can want done. Whoever runs the core carries them out in order. */
public sealed interface Effect permits Effect.OnWorld, FileEffect {

    /** What does not go to the disk. */
    sealed interface OnWorld extends Effect {}

    /** Send one UDP datagram; nobody knows whether it arrives. */
    record Send(PeerId to, Datagram message) implements OnWorld {}

    /**
     * Ask over TCP. Exactly one {@link Input.Answered} or {@link Input.Unanswered} with the same
     * purpose follows.
     */
    record Ask(PeerId to, Message.Question question, Purpose purpose) implements OnWorld {}

    /** Answer an {@link Input.Asked}. */
    record Answer(long exchange, Message.Reply reply) implements OnWorld {}

    /** Come back with {@link Input.TimerFired} in this many microseconds. */
    record CallLater(Timer timer, long delayMicros) implements OnWorld {}

    /** Tell whoever watches. */
    record Report(StatusEvent event) implements OnWorld {}

    /** Write a line on the terminal. */
    record Print(LineKind kind, String line) implements OnWorld {}

    /** Which lines {@code --quiet} leaves out. */
    enum LineKind {
        PING,
        NEWS
    }

    /**
     * Write a line into a transfer log (SPEC 4.6).
     *
     * @param event {@code snd}, {@code Drop}, {@code RTX}, {@code RTX/Drop} or {@code rcv}
     */
    record Log(LogBook book, String event, long sequence, int bytes, long acknowledgement)
            implements OnWorld {}

    /** The two transfer logs. */
    enum LogBook {
        RESPONDING,
        REQUESTING
    }

    /** End the process with this code; the reason is one sentence, empty after a quit. */
    record Exit(int code, String reason) implements OnWorld {}
}
