package ringside.peer;

import ringside.peer.Effect.LogBook;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.SegmentStep;
import ringside.status.StatusEvent;
import ringside.status.WireEvent;

/**
 * Per-peer context: identity, clock, settings, and helpers that append effects. {@link Peer} sets
 * time and outbox at every step.
 */
final class PeerContext {

    static final long MICROS_PER_MS = 1_000;

    final PeerId self;
    final SeededRandom random;
    final Faults faults = new Faults();
    private PeerSettings settings;
    private long nowMicros;
    private Outbox outbox = new Outbox();
    private long handles;
    private boolean allSegmentsReported;
    private boolean isCapturing;
    private long epochMsAtZero;

    PeerContext(PeerId self, PeerSettings settings, long seed) {
        this.self = self;
        this.settings = settings;
        this.random = new SeededRandom(seed);
    }

    void begin(long now, Outbox effects) {
        nowMicros = now;
        outbox = effects;
    }

    /** Returns the time in microseconds on a monotonic clock. */
    long now() {
        return nowMicros;
    }

    /** Sets the current time of day, in ms since the Unix epoch. */
    void setTimeOfDay(long epochMs) {
        epochMsAtZero = epochMs - nowMicros / MICROS_PER_MS;
    }

    /** Returns the time of day in ms since the Unix epoch, extrapolated by the monotonic clock. */
    long epochMs() {
        return epochMsAtZero + nowMicros / MICROS_PER_MS;
    }

    PeerSettings settings() {
        return settings;
    }

    void change(PeerSettings changed) {
        settings = changed;
        report(new LifeEvent.SettingsChanged(changed));
    }

    /** Returns the position of a file on this peer's circle (SPEC 3.1). */
    PeerId hashOf(FileNumber number) {
        return number.hashOn(self.circle());
    }

    /** Returns a new handle for a piece of disk work. */
    FileHandle newHandle(FilePurpose purpose) {
        return new FileHandle(++handles, purpose);
    }

    void send(PeerId to, Datagram message) {
        if (faults.isCut(to)) {
            drop(to, message);
        } else {
            outbox.add(new Effect.Send(to, message));
        }
    }

    void send(PeerId to, SegmentTrain train) {
        if (faults.isCut(to)) {
            train.segments().forEach(segment -> drop(to, segment));
        } else {
            outbox.add(new Effect.SendTrain(to, train));
        }
    }

    /** Does not send a datagram, on purpose, and says so while messages are captured. */
    void drop(PeerId to, Datagram message) {
        if (isCapturing) {
            outbox.add(new Effect.Drop(to, message));
        }
    }

    /** Captures messages from now on, or no more. */
    void capture(boolean on) {
        isCapturing = on;
        outbox.add(new Effect.Capture(on));
        report(new WireEvent.CaptureSwitched(on));
    }

    /**
     * Asks over TCP. If the link is cut, the question counts as unanswered, as if the peer had
     * refused the connection.
     */
    <R> void ask(PeerId to, Message.Question<R> question, QuestionPurpose<R> purpose) {
        if (faults.isCut(to)) {
            callLater(new Timer.OutOfReach(purpose), 0);
        } else {
            outbox.add(new Effect.Ask(to, question, purpose));
        }
    }

    void answer(long exchange, Message.Reply reply) {
        outbox.add(new Effect.Answer(exchange, reply));
    }

    void callLaterMs(Timer timer, long delayMs) {
        callLater(timer, delayMs * MICROS_PER_MS);
    }

    void callLater(Timer timer, long delayMicros) {
        outbox.add(new Effect.CallLater(timer, delayMicros));
    }

    void callOff(Timer timer) {
        outbox.add(new Effect.CallOff(timer));
    }

    void report(StatusEvent event) {
        outbox.add(new Effect.Report(event));
    }

    void reportAllSegments(boolean on) {
        allSegmentsReported = on;
    }

    boolean areAllSegmentsReported() {
        return allSegmentsReported;
    }

    /** Reports a step of a segment, if it is notable or all steps are to be reported. */
    void trace(
            long transferId,
            SegmentStep step,
            PeerId other,
            long sequence,
            int length,
            long acknowledgement) {
        if (allSegmentsReported || step.isNotable()) {
            report(
                    new FileEvent.SegmentTraced(
                            transferId, step, other, sequence, length, acknowledgement));
        }
    }

    void print(String line) {
        outbox.add(new Effect.PrintNews(line));
    }

    void printPing(Effect.PingMessage message, PeerId from) {
        outbox.add(new Effect.PrintPing(message, from));
    }

    void log(LogBook book, String event, long sequence, int bytes, long acknowledgement) {
        outbox.add(new Effect.Log(book, event, sequence, bytes, acknowledgement));
    }

    void log(LogBook book, String event, SegmentTrain train) {
        outbox.add(
                new Effect.LogTrain(
                        book, event, train.sequence(), train.mss(), train.data().length()));
    }

    void file(FileEffect effect) {
        outbox.add(effect);
    }

    void tellOwner(PeerId position, PeerId owner) {
        outbox.add(new Effect.OwnerKnown(position, owner));
    }

    void exit(int code, String reason) {
        outbox.add(new Effect.Exit(code, reason));
    }
}
