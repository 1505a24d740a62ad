package ringside.peer;

import ringside.peer.Effect.LineKind;
import ringside.peer.Effect.LogBook;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.LifeEvent;
import ringside.status.PeerSettings;
import ringside.status.SegmentStep;
import ringside.status.StatusEvent;

/**
 * What every concern of a peer can see and do: who it is, what time it is, how it shall behave, and
 * short ways to say what is to be done. One for each peer; {@link Peer} sets time and outbox at
 * every step.
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

    /** Microseconds on a clock that only goes forward. */
    long now() {
        return nowMicros;
    }

    /** The time of day now is this, in ms since the Unix epoch. */
    void setTimeOfDay(long epochMs) {
        epochMsAtZero = epochMs - nowMicros / MICROS_PER_MS;
    }

    /** The time of day in ms since the Unix epoch, by a clock that is never set. */
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

    /** A handle for a file that nobody used before. */
    FileHandle newHandle(FilePurpose purpose) {
        return new FileHandle(++handles, purpose);
    }

    void send(PeerId to, Datagram message) {
        if (!faults.isCut(to)) {
            outbox.add(new Effect.Send(to, message));
        }
    }

    /** Over a cut line nobody is reached: the asker hears so, as of a peer that refuses. */
    void ask(PeerId to, Message.Question question, Purpose purpose) {
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

    void report(StatusEvent event) {
        outbox.add(new Effect.Report(event));
    }

    void reportAllSegments(boolean on) {
        allSegmentsReported = on;
    }

    boolean areAllSegmentsReported() {
        return allSegmentsReported;
    }

    /** Reports a step of a segment, if somebody wants to hear of it. */
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
        outbox.add(new Effect.Print(LineKind.NEWS, line));
    }

    void printPing(String line) {
        outbox.add(new Effect.Print(LineKind.PING, line));
    }

    void log(LogBook book, String event, long sequence, int bytes, long acknowledgement) {
        outbox.add(new Effect.Log(book, event, sequence, bytes, acknowledgement));
    }

    void file(FileEffect effect) {
        outbox.add(effect);
    }

    void exit(int code, String reason) {
        outbox.add(new Effect.Exit(code, reason));
    }
}
