package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;

/** The numbered hops of requests in the ring (WINDOW 2.4). */
@NeedsFonts
class HopsWindowTest extends WindowFixture {

    private void command(String words) {
        key(KeyCode.CONTROL, KeyCode.K);
        int before = ring.commands().size();
        user.write(words);
        key(KeyCode.ENTER);
        until(() -> ring.commands().size() > before);
    }

    private Set<String> numbers() {
        return user.lookup(".hop-number").queryAllAs(Text.class).stream()
                .filter(Node::isVisible)
                .map(Text::getText)
                .collect(Collectors.toSet());
    }

    private List<Bounds> badges() {
        return user.lookup(".hop-badge").queryAll().stream()
                .filter(Node::isVisible)
                .map(badge -> badge.localToScene(badge.getBoundsInLocal()))
                .toList();
    }

    @Test
    void theHopsOfOneRequestCarryTheirNumbersOnly() {
        until(() -> isShown("#peer-236"));
        command("request 2012 from 104");
        until(() -> numbers().equals(Set.of("1", "2", "3", "4")));
    }

    @Test
    void theHopsOfSeveralRequestsAreToldApartAndLieBesideEachOther() {
        until(() -> isShown("#peer-236"));
        command("request 2012 from 139");
        command("request 0220 from 139");
        until(() -> numbers().contains("2012 \u00b7 3") && numbers().contains("0220 \u00b7 3"));
        List<Bounds> badges = badges();
        assertThat(badges).hasSizeGreaterThanOrEqualTo(6);
        for (Bounds one : badges) {
            assertThat(badges).filteredOn(one::intersects).hasSize(1);
        }
    }

    @Test
    void eachOfTwoRequestsForOneFileNamesItsRequester() {
        until(() -> isShown("#peer-236"));
        command("request 2012 from 139");
        command("request 2012 from 168");
        until(() ->
                numbers().contains("139: 2012 \u00b7 2")
                        && numbers().contains("168: 2012 \u00b7 1"));
    }

    private List<Bounds> inSight(String query) {
        return user.lookup(query).queryAll().stream()
                .filter(Node::isVisible)
                .map(node -> node.localToScene(node.getBoundsInLocal()))
                .toList();
    }

    @Test
    void noNumberOfAHopLiesOnTheWordsOfATransfer() {
        user.interact(() -> {
            stage().setWidth(1024);
            stage().setHeight(700);
        });
        until(() -> isShown("#peer-236"));
        command("request 2012 from 14");
        command("request 2012 from 104");
        command("request 2012 from 139");
        until(() -> isShown(".chord-words"));
        for (int frame = 0; frame < 60; frame++) {
            pass(Duration.ofMillis(50));
            List<Bounds> words = inSight(".chord-words");
            assertThat(inSight(".hop-badge"))
                    .noneMatch(badge -> words.stream().anyMatch(badge::intersects));
        }
    }
}
