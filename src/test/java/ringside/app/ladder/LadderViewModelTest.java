package ringside.app.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.ladder.LadderRow;
import ringside.ladder.TransferStory;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;
import ringside.timeline.History;

class LadderViewModelTest {

    private static final PeerId SENDER = new PeerId(236);
    private static final PeerId RECEIVER = new PeerId(43);
    private static final long TRANSFER = 7;

    private final History history = new History(entry -> {});
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final LadderViewModel model = new LadderViewModel(history, waiting::add);

    @BeforeEach
    void aTransferIsSelected() {
        add(
                0,
                SENDER,
                new FileEvent.TransferStarted(
                        TRANSFER,
                        true,
                        RECEIVER,
                        FileName.parse("2012.pdf"),
                        100_300,
                        0,
                        TransferStory.MSS,
                        1,
                        0.1,
                        TransferPurpose.REQUEST));
        model.select(history.latest().transfers().getFirst());
    }

    private void add(long micros, PeerId peer, StatusEvent event) {
        history.add(new StatusEntry(TransferStory.START_MICROS + micros, peer, event));
    }

    private void segment(long micros, SegmentStep step, long sequence) {
        PeerId reporter = step == SegmentStep.RECEIVED ? RECEIVER : SENDER;
        add(micros, reporter, TransferStory.traced(step, sequence));
    }

    private void frame() {
        model.update(history.latest(), history.endMicros());
    }

    private LadderData picture() {
        return Objects.requireNonNull(model.pictureProperty().get(), "there is no picture");
    }

    @Test
    void aFrameDoesNotWaitForThePicture() {
        segment(10, SegmentStep.SENT, 1);
        frame();
        assertThat(model.pictureProperty().get()).isNull();
        waiting.remove().run();
        frame();
        assertThat(picture().rows()).hasSize(1);
    }

    @Test
    void atMostOnePictureIsInProgress() {
        segment(10, SegmentStep.SENT, 1);
        frame();
        segment(20, SegmentStep.SENT, 401);
        frame();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void stepsDuringAPictureAppearInTheNextOne() {
        segment(10, SegmentStep.SENT, 1);
        frame();
        segment(20, SegmentStep.SENT, 401);
        frame();
        waiting.remove().run();
        finishTheNext();
        assertThat(picture().rows()).hasSize(2);
    }

    @Test
    void anArrivalKeepsTheRowOfItsSegment() {
        segment(10, SegmentStep.SENT, 1);
        frame();
        waiting.remove().run();
        segment(60, SegmentStep.RECEIVED, 1);
        finishTheNext();
        assertThat(picture().rows())
                .singleElement()
                .isInstanceOfSatisfying(
                        LadderRow.Single.class,
                        row ->
                                assertThat(picture().outcomeOf(row.arrow()))
                                        .isEqualTo(ArrowOutcome.ARRIVED));
    }

    @Test
    void aPictureOfAnotherTransferIsNotShownForThisOne() {
        segment(10, SegmentStep.SENT, 1);
        frame();
        model.select(null);
        waiting.remove().run();
        frame();
        assertThat(model.pictureProperty().get()).isNull();
    }

    /** Passes frames until the next picture is ordered, after the pause for the one before. */
    private void finishTheNext() {
        while (waiting.isEmpty()) {
            frame();
        }
        waiting.remove().run();
        frame();
    }
}
