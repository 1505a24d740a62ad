package ringside.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ladder.Arrow.Arrival;
import ringside.ladder.Arrow.Kind;
import ringside.ladder.Arrow.Sending;
import ringside.status.SegmentStep;

class LadderTraceTest {

    private final TransferStory exchange = new TransferStory();

    private List<Arrow> arrows() {
        return exchange.trace().arrows();
    }

    @Test
    void aSegmentAndItsAcknowledgementAreTwoArrowsThatArrive() {
        exchange.smooth(0, 1);
        assertThat(arrows())
                .extracting(Arrow::kind)
                .containsExactly(Kind.SEGMENT, Kind.ACKNOWLEDGEMENT);
        assertThat(arrows()).extracting(Arrow::number).containsExactly(1L, 401L);
        assertThat(arrows().getFirst().arrivedAtMicros() - arrows().getFirst().sentAtMicros())
                .isEqualTo(50);
        assertThat(arrows()).noneMatch(exchange.trace()::isIrregular);
    }

    @Test
    void aLostSegmentNeverArrivesAndItsTimeOutBeginsAtItsSending() {
        exchange.lost(0);
        assertThat(arrows())
                .extracting(Arrow::sending)
                .containsExactly(Sending.DROPPED, Sending.AGAIN, Sending.FIRST);
        assertThat(arrows().getFirst().arrivedAtMicros()).isEqualTo(Arrow.NEVER);
        assertThat(exchange.trace().timeOuts())
                .containsExactly(
                        new TimeOut(
                                1,
                                TransferStory.START_MICROS,
                                TransferStory.START_MICROS + 1_000_050));
        assertThat(exchange.trace().isIrregular(arrows().getFirst())).isTrue();
    }

    @Test
    void anArrivalReportedBeforeItsSendingBelongsToTheSameArrow() {
        LadderTrace trace = exchange.trace();
        trace.add(2_000, TransferStory.traced(SegmentStep.RECEIVED, 1));
        trace.add(1_900, TransferStory.traced(SegmentStep.SENT, 1));
        assertThat(arrows())
                .singleElement()
                .satisfies(arrow -> assertThat(arrow.arrivedAtMicros()).isEqualTo(2_000));
    }

    @Test
    void noArrowArrivesBeforeItsSendingDespiteClockDifferences() {
        LadderTrace trace = exchange.trace();
        trace.add(2_000, TransferStory.traced(SegmentStep.RECEIVED, 1));
        trace.add(2_300, TransferStory.traced(SegmentStep.SENT, 1));
        assertThat(arrows().getFirst().arrivedAtMicros()).isEqualTo(2_301);
    }

    @Test
    void arrowsAreOrderedBySendingWhateverTheOrderOfReports() {
        LadderTrace trace = exchange.trace();
        trace.add(3_000, TransferStory.traced(SegmentStep.SENT, 401));
        trace.add(1_000, TransferStory.traced(SegmentStep.SENT, 1));
        trace.add(2_000, TransferStory.traced(SegmentStep.ACKNOWLEDGEMENT_SENT, 401));
        assertThat(arrows())
                .extracting(Arrow::sentAtMicros)
                .containsExactly(1_000L, 2_000L, 3_000L);
    }

    @Test
    void aDuplicateIsTheSecondArrowOfItsSegment() {
        exchange.step(SegmentStep.SENT, 1).step(SegmentStep.RESENT, 1);
        exchange.step(SegmentStep.RECEIVED, 1).step(SegmentStep.DUPLICATE_RECEIVED, 1);
        assertThat(arrows())
                .extracting(Arrow::arrival)
                .containsExactly(Arrival.FIRST, Arrival.DUPLICATE);
    }

    @Test
    void aTraceOfLossesAloneIsIncomplete() {
        exchange.step(SegmentStep.DROPPED, 1).step(SegmentStep.RESENT, 1);
        assertThat(exchange.trace().completeness().isWhole()).isFalse();
        exchange.step(SegmentStep.SENT, 401).step(SegmentStep.RECEIVED, 401);
        assertThat(exchange.trace().completeness().isWhole()).isTrue();
    }

    @Test
    void aTraceFromOneSideIsIncomplete() {
        exchange.step(SegmentStep.SENT, 1).step(SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 401);
        assertThat(exchange.trace().completeness().isWhole()).isFalse();
        exchange.step(SegmentStep.ACKNOWLEDGEMENT_SENT, 401);
        assertThat(exchange.trace().completeness().isWhole()).isTrue();
    }

    @Test
    void returnedArrowsDoNotChange() {
        exchange.step(SegmentStep.SENT, 1);
        Arrow before = arrows().getFirst();
        exchange.step(SegmentStep.RECEIVED, 1);
        assertThat(before.arrivedAtMicros()).isEqualTo(Arrow.NEVER);
        assertThat(arrows().getFirst().arrivedAtMicros())
                .isEqualTo(TransferStory.START_MICROS + 50);
    }
}
