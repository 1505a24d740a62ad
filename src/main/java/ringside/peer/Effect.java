package ringside.peer;

import java.util.List;
import java.util.stream.IntStream;
import ringside.ring.PeerId;
import ringside.status.StatusEvent;

/** An action that the core requests. The runner of the core executes effects in order. */
public sealed interface Effect permits Effect.OnWorld, FileEffect {

    /** An effect that does not go to the disk. */
    sealed interface OnWorld extends Effect {}

    /**
     * Sends one UDP datagram, without knowing whether it arrives. Its data is good until this is
     * carried out.
     */
    record Send(PeerId to, Datagram message) implements OnWorld {}

    /**
     * Sends consecutive segments, each as one UDP datagram, without knowing which arrive. Their
     * data is good until this is carried out.
     */
    record SendTrain(PeerId to, SegmentTrain train) implements OnWorld {}

    /**
     * Throws a datagram away on purpose: simulated loss, or a cut link. Only a peer whose messages
     * are captured says so.
     */
    record Drop(PeerId to, Datagram message) implements OnWorld {}

    /** Captures the messages from now on, or no more (SPEC 9.7). */
    record Capture(boolean on) implements OnWorld {}

    /**
     * Asks over TCP. Exactly one {@link Input.Answered} or {@link Input.Unanswered} with the same
     * purpose follows.
     */
    record Ask(PeerId to, Message.Question<?> question, QuestionPurpose<?> purpose)
            implements OnWorld {}

    /** Answers an {@link Input.Asked}. */
    record Answer(long exchange, Message.Reply reply) implements OnWorld {}

    /** Requests an {@link Input.TimerFired} in this many microseconds. */
    record CallLater(Timer timer, long delayMicros) implements OnWorld {}

    /**
     * Says that a timer is of no more use: it does nothing when it fires, but a process at rest
     * would wake up for it.
     */
    record CallOff(Timer timer) implements OnWorld {}

    /** Reports a status event to the observer of the peer. */
    record Report(StatusEvent event) implements OnWorld {}

    /** Writes a line on the terminal. */
    sealed interface Print extends OnWorld {
        String line();
    }

    /** A line that every terminal shows. */
    record PrintNews(String line) implements Print {}

    /**
     * A line for a ping that arrived, or its reply; {@code --quiet} leaves it out. Its sentence is
     * made when it is printed, because most are not.
     */
    record PrintPing(PingMessage message, PeerId from) implements Print {
        @Override
        public String line() {
            return switch (message) {
                case REQUEST -> "A ping request message was received from Peer " + from + ".";
                case RESPONSE -> "A ping response message was received from Peer " + from + ".";
            };
        }
    }

    /** The two messages of a ping, as the sentences of the terminal call them. */
    enum PingMessage {
        REQUEST,
        RESPONSE
    }

    /** Writes lines into a transfer log (SPEC 4.6). */
    sealed interface LogLines extends OnWorld {
        LogBook book();
    }

    /**
     * Writes a line into a transfer log (SPEC 4.6).
     *
     * @param event {@code snd}, {@code Drop}, {@code RTX}, {@code RTX/Drop} or {@code rcv}
     */
    record Log(LogBook book, String event, long sequence, int bytes, long acknowledgement)
            implements LogLines {}

    /**
     * Writes a line for each segment of a train into a transfer log (SPEC 4.6).
     *
     * @param sequence of the first segment
     * @param mss bytes of each segment but the last
     * @param bytes of all segments
     */
    record LogTrain(LogBook book, String event, long sequence, int mss, int bytes)
            implements LogLines {

        /** Returns the lines one by one, in order. */
        public List<Log> lines() {
            return IntStream.range(0, Math.ceilDiv(bytes, mss))
                    .mapToObj(index -> index * mss)
                    .map(from ->
                            new Log(book, event, sequence + from, Math.min(mss, bytes - from), 0))
                    .toList();
        }
    }

    /** The two transfer logs. */
    enum LogBook {
        RESPONDING,
        REQUESTING
    }

    /** Tells the runner who owns a position, after {@link Input.OwnerWanted}. */
    record OwnerKnown(PeerId position, PeerId owner) implements OnWorld {}

    /** Ends the process with this code; the reason is one sentence, empty after a quit. */
    record Exit(int code, String reason) implements OnWorld {}
}
