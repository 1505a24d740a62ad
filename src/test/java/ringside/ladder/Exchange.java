package ringside.ladder;

import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.FileEvent.SegmentTraced;
import ringside.status.SegmentStep;
import ringside.status.TransferPurpose;

/** A transfer told step by step, with segments of 400 bytes. */
public final class Exchange {

    /** The time of the first step, in microseconds since the epoch. */
    public static final long START_MICROS = 1_000_000_000L;

    /** Bytes of a segment. */
    public static final int MSS = 400;

    private final LadderTrace trace = new LadderTrace();
    private long atMicros = START_MICROS;

    /** What was told so far. */
    public LadderTrace trace() {
        return trace;
    }

    /** The time of the next step. */
    public long atMicros() {
        return atMicros;
    }

    /** Lets time pass. */
    public Exchange waitMicros(long micros) {
        atMicros += micros;
        return this;
    }

    /** One step of a segment, 50 microseconds after the one before. */
    public Exchange step(SegmentStep step, long sequence) {
        trace.add(atMicros, traced(step, sequence));
        atMicros += 50;
        return this;
    }

    /** A step as it is told. */
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

    /** The sender's first word: 2012.pdf to 43, with stop-and-wait, because 43 asked for it. */
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

    /** Segments that go through one after another without trouble. */
    public Exchange smooth(int first, int count) {
        for (int i = first; i < first + count; i++) {
            step(SegmentStep.SENT, sequence(i)).finish(i);
        }
        return this;
    }

    /** The rest of a segment's way. */
    public Exchange finish(int segment) {
        long next = sequence(segment) + MSS;
        return step(SegmentStep.RECEIVED, sequence(segment))
                .step(SegmentStep.ACKNOWLEDGEMENT_SENT, next)
                .step(SegmentStep.ACKNOWLEDGEMENT_RECEIVED, next);
    }

    /** A segment that is thrown away, waited for, and sent again. */
    public Exchange lost(int segment) {
        return step(SegmentStep.DROPPED, sequence(segment))
                .waitMicros(1_000_000)
                .step(SegmentStep.TIMED_OUT, sequence(segment))
                .step(SegmentStep.RESENT, sequence(segment))
                .finish(segment);
    }

    /** The sequence number of a segment, counted from 0 (SPEC 4.2). */
    public static long sequence(int segment) {
        return 1 + (long) MSS * segment;
    }
}
