package ringside.app.window;

import java.util.function.IntPredicate;
import ringside.ladder.TransferStory;
import ringside.ring.PeerId;
import ringside.status.SegmentStep;

/**
 * Plans the segments of a {@link TransferStory} from 236 to 43, as both peers report them.
 *
 * @param isLost the segments that are lost once, by their index from 0
 */
record PlannedSegments(ScriptedRing ring, IntPredicate isLost) {

    /** The time from one segment to the next, in microseconds. */
    static final long SEGMENT_MICROS = 2_000;

    private static final long STEP_MICROS = SEGMENT_MICROS / 10;
    private static final PeerId SENDER = new PeerId(236);
    private static final PeerId RECEIVER = new PeerId(43);

    void plan(int segments) {
        ring.tell(SENDER, TransferStory.started(segments));
        for (int i = 0; i < segments; i++) {
            planSegment(i);
        }
    }

    private void planSegment(int i) {
        long sequence = TransferStory.sequence(i);
        long next = sequence + TransferStory.MSS;
        long at = i * SEGMENT_MICROS;
        if (isLost.test(i)) {
            plan(at, SegmentStep.DROPPED, SENDER, sequence);
            plan(at + STEP_MICROS, SegmentStep.TIMED_OUT, SENDER, sequence);
            plan(at + STEP_MICROS, SegmentStep.RESENT, SENDER, sequence);
        } else {
            plan(at, SegmentStep.SENT, SENDER, sequence);
        }
        plan(at + 2 * STEP_MICROS, SegmentStep.RECEIVED, RECEIVER, sequence);
        plan(at + 3 * STEP_MICROS, SegmentStep.ACKNOWLEDGEMENT_SENT, RECEIVER, next);
        plan(at + 4 * STEP_MICROS, SegmentStep.ACKNOWLEDGEMENT_RECEIVED, SENDER, next);
    }

    private void plan(long atMicros, SegmentStep step, PeerId peer, long number) {
        ring.plan(atMicros, () -> ring.tell(peer, TransferStory.traced(step, number)));
    }
}
