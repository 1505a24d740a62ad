package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.status.LifeEvent;

/** The output of the selected peer, searched and auto-scrolled (WINDOW 14). */
@NeedsFonts
class OutputWindowTest extends WindowFixture {

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    /** More lines than fit into the tab. */
    private static final int MANY = 200;

    private void showOutputOf(int peer) {
        select(peer);
        user.clickOn("#tab-output");
        until(() -> isInSight("#output"));
    }

    private List<String> lines() {
        ListView<String> list = user.lookup("#output").queryListView();
        return List.copyOf(list.getItems());
    }

    private Set<String> marked() {
        return user.lookup("#output .output-line").<Label>queryAllAs(Label.class).stream()
                .filter(label -> label.getPseudoClassStates().contains(FOUND))
                .map(Label::getText)
                .collect(Collectors.toSet());
    }

    private boolean follows() {
        return user.lookup("#follow-output").queryAs(ToggleButton.class).isSelected();
    }

    private void print(int peer, String line) {
        for (int i = 0; i < MANY; i++) {
            ring.tell(id(peer), new LifeEvent.TerminalLine(line + " " + i));
        }
    }

    @Test
    void theSearchLeavesTheLinesThatHaveItsWordsAndMarksThem() {
        showOutputOf(43);
        until(() -> lines().stream().anyMatch(line -> line.endsWith("Peer 77.")));
        until(() -> lines().stream().anyMatch(line -> line.endsWith("Peer 104.")));
        assertThat(marked()).isEmpty();
        user.clickOn("#search-output").write("peer 77");
        until(() -> marked().equals(Set.of("Peer 77")));
        assertThat(lines()).isNotEmpty().allMatch(line -> line.endsWith("Peer 77."));
        user.eraseText(7);
        until(() -> lines().stream().anyMatch(line -> line.endsWith("Peer 104.")));
        until(() -> marked().isEmpty());
    }

    @Test
    void theOutputStaysWhereTheUserReadsUntilHeScrollsToTheEnd() {
        showOutputOf(43);
        print(43, "first");
        until(() -> isShown("first " + (MANY - 1)));
        assertThat(follows()).isTrue();
        user.moveTo("#output").scroll(5, VerticalDirection.UP);
        until(() -> !follows());
        print(43, "second");
        until(() -> lines().contains("second " + (MANY - 1)));
        assertThat(isShown("second " + (MANY - 1))).isFalse();
        until(() -> {
            user.scroll(20, VerticalDirection.DOWN);
            return follows();
        });
        print(43, "third");
        until(() -> isShown("third " + (MANY - 1)));
    }

    @Test
    void theButtonGoesToTheEndToo() {
        showOutputOf(43);
        print(43, "first");
        until(() -> isShown("first " + (MANY - 1)));
        user.moveTo("#output").scroll(20, VerticalDirection.UP);
        until(() -> !follows() && !isShown("first " + (MANY - 1)));
        user.clickOn("#follow-output");
        print(43, "second");
        until(() -> isShown("second " + (MANY - 1)));
    }

    @Test
    void theLastLineTellsHowThePeerEnded() {
        showOutputOf(43);
        key(KeyCode.K);
        until(() -> isShown("\u2014 Killed by you."));
        assertThat(lines().getLast()).isEqualTo("\u2014 Killed by you.");
    }

    @Test
    void goingBackInTimeRemovesLaterOutput() {
        showOutputOf(43);
        until(() -> lines().size() > 2);
        print(43, "first");
        until(() -> isShown("first " + (MANY - 1)));
        key(KeyCode.HOME);
        until(() -> isShown("#past-banner") && lines().size() < MANY);
        key(KeyCode.END);
        until(() -> isShown("first " + (MANY - 1)));
    }
}
