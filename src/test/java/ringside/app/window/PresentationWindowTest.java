package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.events.EventItem;
import ringside.app.lessons.Lesson;
import ringside.status.CommandParser;

/** The presentation mode: ring, ladder and what is being told (WINDOW 17.1). */
@NeedsFonts
class PresentationWindowTest extends WindowFixture {

    private Bounds bounds(String query) {
        Node node = user.lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }

    private void present() {
        until(() -> isShown("#peer-139"));
        key(KeyCode.F11);
        until(() -> isShown("#told"));
    }

    private List<String> told(String part) {
        return user.lookup("#told ." + part).<Label>queryAll().stream()
                .filter(label -> label.getParent().isVisible())
                .map(Label::getText)
                .toList();
    }

    /** An event of a minute ago must not look like the present. */
    @Test
    void eachLineThatIsToldHasItsTimeTheNewestFirst() {
        select(139);
        key(KeyCode.K);
        present();
        until(() -> told("told-what").getFirst().contains("is right again"));
        List<String> times = told("told-time");
        assertThat(times)
                .hasSize(told("told-what").size())
                .hasSizeGreaterThan(4)
                .allMatch(time -> time.matches("[0-9]{2}:[0-9]{2}\\.[0-9]"))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        pass(Duration.ofSeconds(20));
        assertThat(told("told-time").getFirst()).isEqualTo(times.getFirst());
    }

    @Test
    void thePastIsToldAsOfTheMomentThatIsShown() {
        select(139);
        key(KeyCode.K);
        present();
        until(() -> told("told-what").getFirst().contains("is right again"));
        key(KeyCode.LEFT);
        key(KeyCode.LEFT);
        until(() -> !told("told-what").getFirst().contains("is right again"));
        key(KeyCode.END);
        until(() -> told("told-what").getFirst().contains("is right again"));
    }

    @Test
    void ringLadderAndWhatIsToldStandBesideEachOther() {
        until(() -> isShown("#peer-139"));
        double before = bounds("#ring").getWidth() * bounds("#ring").getHeight();
        ring.carryOut(CommandParser.parse("request 2012 from 43")).join();
        present();
        until(() -> isInSight("#ladder"));
        pass(Duration.ofSeconds(1));
        Bounds circle = bounds("#ring");
        assertThat(circle.getMaxX()).isLessThanOrEqualTo(bounds("#ladder").getMinX());
        assertThat(bounds("#ladder").getMaxY()).isLessThanOrEqualTo(bounds("#told").getMinY() + 1);
        assertThat(circle.getWidth() * circle.getHeight()).isGreaterThan(before);
        assertThat(isInSight("#timeline-strip")).isTrue();
        assertThat(user.lookup("#inspector").tryQuery()).isEmpty();
    }

    @Test
    void withoutATransferWhatIsToldHasAllTheRoomAndAfterwardsAllIsBack() {
        present();
        assertThat(isInSight("#ladder")).isFalse();
        key(KeyCode.ESCAPE);
        until(() -> isShown("#inspector") && isShown("#events"));
        assertThat(user.lookup("#told").tryQuery()).isEmpty();
        user.clickOn("#tab-ladder");
        until(() -> isInSight("#ladder"));
        assertThat(user.lookup("#details").query().lookup("#ladder")).isNotNull();
    }
}
    @Test
    void theLadderOfAnEndedTransferGivesUpItsRoomToALesson() {
        until(() -> isShown("#peer-139"));
        ring.carryOut(CommandParser.parse("request 2012 from 43")).join();
        pass(Duration.ofSeconds(10));
        key(KeyCode.F11);
        until(() -> isInSight("#ladder"));
        key(KeyCode.F11);
        until(() -> isShown("#tab-lessons"));
        user.clickOn("#tab-lessons");
        ListView<Lesson> lessons = user.lookup("#lesson-list").queryListView();
        user.interact(() ->
                lessons.getItems().stream()
                        .filter(lesson -> lesson.title().contains("for the tests"))
                        .forEach(lessons.getSelectionModel()::select));
        user.clickOn("#lesson-run");
        until(() -> isShown("#card-text"));
        key(KeyCode.F11);
        until(() -> isShown("#told"));
        assertThat(isInSight("#ladder")).isFalse();
    }

