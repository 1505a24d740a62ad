package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.ladder.LadderView;
import ringside.ladder.TransferStory;
import ringside.status.FileEvent;
import ringside.status.SegmentStep;

/** An exported ladder fills its page and has a caption (WINDOW 16.1). */
@NeedsFonts
class LadderPaperWindowTest extends WindowFixture {

    private static final long STEP_MICROS = 200;
    private static final long SEGMENT_MICROS = 10 * STEP_MICROS;

    /** One in this many segments is lost once. */
    private static final int LOST = 10;

    /** Height of the legend and the caption, in pixels. */
    private static final double BELOW_LADDER = 96;

    private static final Pattern HEIGHT = Pattern.compile("<svg [^>]* height=\"([0-9.]+)\"");

    private static final Pattern ACKNOWLEDGED =
            Pattern.compile("y=\"([0-9.]+)\"[^>]*>ack ([0-9]+)<");

    private void step(long atMicros, SegmentStep step, int peer, long number) {
        ring.plan(atMicros, () -> ring.tell(id(peer), TransferStory.traced(step, number)));
    }

    private void segment(int i) {
        long sequence = TransferStory.sequence(i);
        long at = i * SEGMENT_MICROS;
        if (i % LOST == LOST / 2) {
            step(at, SegmentStep.DROPPED, 236, sequence);
            step(at + STEP_MICROS, SegmentStep.TIMED_OUT, 236, sequence);
            step(at + STEP_MICROS, SegmentStep.RESENT, 236, sequence);
        } else {
            step(at, SegmentStep.SENT, 236, sequence);
        }
        long next = sequence + TransferStory.MSS;
        step(at + 2 * STEP_MICROS, SegmentStep.RECEIVED, 43, sequence);
        step(at + 3 * STEP_MICROS, SegmentStep.ACKNOWLEDGEMENT_SENT, 43, next);
        step(at + 4 * STEP_MICROS, SegmentStep.ACKNOWLEDGEMENT_RECEIVED, 236, next);
    }

    private void finishTransfer(int segments) {
        until(() -> isShown("#peer-43"));
        ring.tell(id(236), TransferStory.started(segments));
        for (int i = 0; i < segments; i++) {
            segment(i);
        }
        ring.plan(
                segments * SEGMENT_MICROS,
                () ->
                        ring.tell(
                                id(236),
                                new FileEvent.TransferDone(
                                        7,
                                        true,
                                        (long) segments * TransferStory.MSS,
                                        segments,
                                        segments / LOST)));
        until(() -> svg().contains("sent in ") && isAcknowledged(segments - 1));
    }

    private LadderView ladder() {
        return user.lookup("#ladder").queryAs(LadderView.class);
    }

    private String svg() {
        return ladder().svg().orElse("");
    }

    private boolean isAcknowledged(int segment) {
        return svg().contains(
                        ">ack " + (TransferStory.sequence(segment) + TransferStory.MSS) + "<");
    }

    private List<MatchResult> acknowledged() {
        return ACKNOWLEDGED.matcher(svg()).results().toList();
    }

    private double height() {
        return HEIGHT.matcher(svg())
                .results()
                .mapToDouble(at -> Double.parseDouble(at.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private void assertThatItsPageIsFull() {
        double first = Double.parseDouble(acknowledged().getFirst().group(1));
        double last = Double.parseDouble(acknowledged().getLast().group(1));
        assertThat(first).isLessThan(110);
        assertThat(height() - last).isBetween(BELOW_LADDER, BELOW_LADDER + 60);
    }

    @Test
    void aTransferOf251SegmentsIsShownWholeWithItsFigures() {
        finishTransfer(251);
        assertThat(svg())
                .contains(
                        "2012.pdf from peer 236 to peer 43, stop-and-wait",
                        "100 kB · 251 segments · 25 retransmissions · 10 % loss · sent in ",
                        "The whole transfer");
        assertThat(acknowledged().getFirst().group(2)).isEqualTo("401");
        assertThatItsPageIsFull();
    }

    @Test
    void ofAVeryLongTransferThePartInSightFillsThePage() {
        finishTransfer(1_500);
        assertThat(svg())
                .contains("600 kB · 1500 segments", "A part of the transfer: ")
                .doesNotContain(">ack 401<");
        assertThatItsPageIsFull();
    }

    @Test
    void thePictureIsTheDrawingInTwiceTheSize() {
        finishTransfer(40);
        WritableImage picture = ladder().image().orElseThrow();
        assertThat(picture.getWidth()).isEqualTo(1_280);
        assertThat(picture.getHeight()).isEqualTo(Math.ceil(2 * height()));
    }
}
