package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;

/** The way of a request as a spiral (WINDOW 2.12). */
@NeedsFonts
class SpiralWindowTest extends WindowFixture {

    private void ask(String words) {
        key(KeyCode.CONTROL, KeyCode.K);
        int before = ring.commands().size();
        user.write(words);
        key(KeyCode.ENTER);
        until(() -> ring.commands().size() > before);
        key(KeyCode.ESCAPE);
    }

    private List<Node> hops() {
        return user.lookup("#spiral .spiral-hop").queryAll().stream()
                .filter(Node::isVisible)
                .toList();
    }

    @Test
    void theWayOfTheLatestRequestIsShownAndLeftWithEsc() {
        until(() -> isShown("#peer-236"));
        ask("request 2012 from 104");
        pass(Duration.ofSeconds(1));
        key(KeyCode.H);
        until(() -> isShown("#spiral-card"));
        assertThat(text("#spiral-title")).isEqualTo("Request for 2012 from 104, hash 220");
        assertThat(text("#spiral-halvings")).isEqualTo("2 of 4 hops halved what was left.");
        assertThat(hops()).hasSize(4);
        assertThat(
                        hops().stream()
                                .map(hop ->
                                        hop.getPseudoClassStates()
                                                .contains(
                                                        PseudoClass.getPseudoClass("leaves-more"))))
                .containsExactly(true, true, false, false);
        key(KeyCode.ESCAPE);
        until(() -> !isShown("#spiral"));
        assertThat(isShown("#spiral-card")).isFalse();
    }

    @Test
    void theCardOfAnEventLeadsToTheWayOfItsRequestAsOfThatMoment() {
        until(() -> isShown("#peer-236"));
        ask("request 2012 from 104");
        pass(Duration.ofSeconds(6));
        ask("request 0043 from 14");
        pass(Duration.ofSeconds(1));
        user.clickOn("#event-filter");
        user.write("file:2012 kind:req");
        pass(Duration.ofSeconds(1));
        user.clickOn(
                user.lookup("#events .list-cell")
                        .match(cell -> cell instanceof ListCell<?> row && row.getItem() != null)
                        .<Node>query());
        until(() -> isShown("#explanation-spiral"));
        user.clickOn("#explanation-spiral");
        until(() -> isShown("#spiral"));
        assertThat(text("#spiral-title")).startsWith("Request for 2012 from 104");
        key(KeyCode.HOME);
        until(() -> text("#spiral-halvings").startsWith("No hop yet"));
        assertThat(hops()).isEmpty();
        key(KeyCode.END);
        until(() -> hops().size() == 4);
        user.clickOn("#spiral-close");
        until(() -> !isShown("#spiral"));
    }
}
