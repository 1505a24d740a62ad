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

    private static Node lineOf(Node part) {
        Node at = part;
        while (!at.getStyleClass().contains("told-line")) {
            at = at.getParent();
        }
        return at;
    }

    private List<String> told(String part) {
        return user.lookup("#told ." + part).<Label>queryAll().stream()
                .filter(label -> lineOf(label).isVisible())
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
        List<String> peers = told("told-peer");
        assertThat(WordsInSight.cut()).noneMatch(words -> words.isIn(List.of("told")));
        key(KeyCode.F11);
        ListView<EventItem> events = user.lookup("#events").queryListView();
        assertThat(
                        events.getItems().stream()
                                .flatMap(item -> item.rows().stream())
                                .limit(times.size())
                                .map(row -> row.explanation().peer().toString()))
                .containsExactlyElementsOf(peers);
    }

    private boolean isWhole(Node line) {
        return bounds("#told").contains(line.localToScene(line.getLayoutBounds()));
    }

    /** Each step back in time breaks the lines elsewhere. */
    @Test
    void noLineThatIsToldIsCutInHalf() {
        select(139);
        key(KeyCode.K);
        present();
        until(() -> told("told-what").getFirst().contains("is right again"));
        for (int step = 0; step < 4; step++) {
            key(KeyCode.LEFT);
            pass(Duration.ofMillis(100));
            List<Node> lines = List.copyOf(user.lookup("#told .told-line").queryAll());
            assertThat(lines).filteredOn(Node::isVisible).isNotEmpty().allMatch(this::isWhole);
            assertThat(lines).anyMatch(line -> line.isManaged() && !line.isVisible());
        }
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
