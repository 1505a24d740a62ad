package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ringside.app.window.LadderRoom.Choice;
import ringside.ladder.TransferStory;
import ringside.model.TransferState;
import ringside.ring.PeerId;
import ringside.status.FileEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.timeline.History;

/** Which ladder has room in the presentation (WINDOW 17.1). Times are in seconds. */
class LadderRoomTest {

    private static final long SECOND = 1_000_000;
    private static final OptionalLong NO_LESSON = OptionalLong.empty();

    private final History history = new History(entry -> {});

    /** A transfer that began at 10 s. */
    LadderRoomTest() {
        add(10, TransferStory.started(10));
    }

    private void add(long second, StatusEvent event) {
        history.add(new StatusEntry(second * SECOND, new PeerId(236), event));
    }

    private void endsAt(long second) {
        add(second, new FileEvent.TransferDone(7, true, 4_000, 10, 0));
    }

    private static OptionalLong lessonSince(long second) {
        return OptionalLong.of(second * SECOND);
    }

    private boolean hasRoom(Choice choice, OptionalLong lesson, long second) {
        TransferState transfer = history.latest().transfers().getFirst();
        return LadderRoom.isFor(transfer, choice, lesson, second * SECOND);
    }

    @Test
    void aTransferThatIsUnderWayHasRoomWhateverElseGoesOn() {
        assertThat(hasRoom(Choice.NEWEST, NO_LESSON, 500)).isTrue();
        assertThat(hasRoom(Choice.NEWEST, lessonSince(20), 500)).isTrue();
    }

    @Test
    void anOldTransferGivesUpItsRoomToALesson() {
        endsAt(12);
        assertThat(hasRoom(Choice.NEWEST, lessonSince(13), 14)).isFalse();
    }

    @Test
    void theTransferOfALessonHasRoomAsLongAsTheLessonGoesOn() {
        endsAt(12);
        assertThat(hasRoom(Choice.NEWEST, lessonSince(9), 500)).isTrue();
    }

    @Test
    void withoutALessonAnEndedTransferStaysForAMinute() {
        endsAt(12);
        assertThat(hasRoom(Choice.NEWEST, NO_LESSON, 71)).isTrue();
        assertThat(hasRoom(Choice.NEWEST, NO_LESSON, 72)).isFalse();
    }

    @Test
    void aTransferThatAUserChoseStays() {
        endsAt(12);
        assertThat(hasRoom(Choice.USER, NO_LESSON, 500)).isTrue();
        assertThat(hasRoom(Choice.USER, lessonSince(13), 500)).isTrue();
    }
}
