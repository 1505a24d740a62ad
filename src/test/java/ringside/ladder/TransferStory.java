package ringside.ladder;

import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.SegmentStep;
import ringside.status.TransferPurpose;

/** A transfer built step by step, with segments of 400 bytes. */
public final class TransferStory {

    /** The time of the first step, in microseconds since the epoch. */
    public static final long START_MICROS = 1_000_000_000L;

    /** Data bytes of a segment. */
    public static final int MSS = 400;

    private final LadderTrace trace = new LadderTrace();
    private long atMicros = START_MICROS;

    /** Returns the trace of the steps so far. */
    public LadderTrace trace() {
        return trace;
    }

    /** Returns the time of the next step, in microseconds since the epoch. */
    public long atMicros() {
        return atMicros;
    }

    public TransferStory waitMicros(long micros) {
        atMicros += micros;
        return this;
    }

    /** Adds one step of a segment, 50 microseconds after the previous one. */
    public TransferStory step(SegmentStep step, long sequence) {
        trace.add(atMicros, traced(step, sequence));
        atMicros += 50;
        return this;
    }

    /** Returns a step as a peer reports it. */
    public static SegmentTraced traced(SegmentStep step, long number) {
        boolean acknowledges =
                step == SegmentStep.ACKNOWLEDGEMENT_SENT
                        || step == SegmentStep.ACKNOWLEDGEMENT_RECEIVED;
        return new SegmentTraced(
                7,
                step,
                new PeerId(43),
                acknowledges ? 0 : number,
                acknowledges ? 0 : MSS,
                acknowledges ? number : 0);
    }

    /**
     * Returns the sender's first event: it sends 2012.pdf to 43 by stop-and-wait, as 43 requested
     * it.
     */
    public static FileEvent.TransferStarted started(int segments) {
        return new FileEvent.TransferStarted(
                7,
                true,
                new PeerId(43),
                FileName.parse("2012.pdf"),
                (long) segments * MSS,
                0,
                MSS,
                1,
                0.1,
                TransferPurpose.REQUEST);
    }

    /** Adds segments that arrive one after another without a loss. */
    public TransferStory smooth(int first, int count) {
        for (int i = first; i < first + count; i++) {
            step(SegmentStep.SENT, sequence(i)).finish(i);
        }
        return this;
    }

    /** Adds the arrival and acknowledgement of a segment that was sent. */
    public TransferStory finish(int segment) {
        long next = sequence(segment) + MSS;
        return step(SegmentStep.RECEIVED, sequence(segment))
                .step(SegmentStep.ACKNOWLEDGEMENT_SENT, next)
                .step(SegmentStep.ACKNOWLEDGEMENT_RECEIVED, next);
    }

    /** Adds a segment that is dropped, times out and is sent again. */
    public TransferStory lost(int segment) {
        return step(SegmentStep.DROPPED, sequence(segment))
                .waitMicros(1_000_000)
                .step(SegmentStep.TIMED_OUT, sequence(segment))
                .step(SegmentStep.RESENT, sequence(segment))
                .finish(segment);
    }

    /** Returns the sequence number of a segment, which counts from 0 (SPEC 4.2). */
    public static long sequence(int segment) {
        return 1 + (long) MSS * segment;
    }
}
