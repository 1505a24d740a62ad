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

/** An exported ladder fills its page and has a caption (WINDOW 16.1). */
@NeedsFonts
class LadderExportWindowTest extends WindowFixture {

    /** One in this many segments is lost once. */
    private static final int LOST = 10;

    /** Height of the legend and the caption, in pixels. */
    private static final double BELOW_LADDER = 96;

    private static final Pattern HEIGHT = Pattern.compile("<svg [^>]* height=\"([0-9.]+)\"");

    private static final Pattern ACKNOWLEDGED =
            Pattern.compile("y=\"([0-9.]+)\"[^>]*>ack ([0-9]+)<");

    private void finishTransfer(int segments) {
        until(() -> isShown("#peer-43"));
        new PlannedSegments(ring, i -> i % LOST == LOST / 2).plan(segments);
        ring.plan(
                segments * PlannedSegments.SEGMENT_MICROS,
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
    void theVisiblePartOfAVeryLongTransferFillsThePage() {
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
