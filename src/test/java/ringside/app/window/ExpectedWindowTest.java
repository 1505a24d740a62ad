package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.rules.InvalidRulesException;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;

/** The tab with the expected sentences (PROGRAMS 4.2). */
@NeedsFonts
class ExpectedWindowTest extends WindowFixture {

    /** Pixels in which no reason has room in one line. */
    private static final double LITTLE = 300;

    @Override
    Optional<Rules> rules() {
        try {
            return Optional.of(RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidRulesException e) {
            throw new AssertionError(e);
        }
    }

    private List<Label> labels(String style) {
        return user.lookup("#expected " + style).queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .toList();
    }

    private List<String> textsOf(String style) {
        return labels(style).stream().map(Label::getText).toList();
    }

    private void kill104() {
        until(() -> isShown("#peer-104"));
        user.clickOn("#tab-expected");
        ring.tell(id(104), new ProcessEvent.ProcessKilled());
        until(() -> textsOf(".expected-words").contains("Peer 104 is no longer alive."));
    }

    @Test
    void pingsAreExpectedFromTheStart() {
        until(() -> isShown("#peer-104"));
        user.clickOn("#tab-expected");
        until(() -> !textsOf(".expected-words").isEmpty());
        assertThat(textsOf(".expected-words")).allMatch(words -> words.startsWith("A ping re"));
    }

    @Test
    void aSentenceIsTickedWhenItIsSaidAndMissingAfterItsTime() {
        kill104();
        assertThat(textsOf(".expected-words").getFirst()).isEqualTo("Peer 104 is no longer alive.");
        assertThat(textsOf(".expected-speaker").getFirst()).isEqualTo("77");
        assertThat(textsOf(".expected-mark")).containsOnly("…");

        ring.tell(id(77), new LifeEvent.TerminalLine("Peer 104 is no longer alive"));
        until(() -> textsOf(".expected-mark").getFirst().equals("✓"));
        ring.tell(id(77), new LifeEvent.TerminalLine("my first suc is now peer 139"));
        until(() -> textsOf(".expected-spoken").size() == 2);
        assertThat(textsOf(".expected-spoken"))
                .containsExactly(
                        "A full stop is missing, or is one too many.",
                        "it printed: my first suc is now peer 139");

        skip(Duration.ofSeconds(181));
        until(() -> textsOf(".expected-mark").get(1).equals("✗"));
        assertThat(textsOf(".expected-detail").get(1))
                .startsWith("missing, for 18")
                .endsWith(" s · rule 6.1: one of its next two peers was killed");
    }

    @Test
    void sentencesAreMarkedInTheOutputWithTheirDifferences() {
        until(() -> isShown("#peer-43"));
        select(43);
        user.clickOn("#tab-output");
        ring.tell(id(43), new LifeEvent.TerminalLine("INFO Peer 104 is no longer alive. (43)"));
        ring.tell(id(43), new LifeEvent.TerminalLine("INFO peer 139 is no longer alive"));
        until(() -> outputIn("read").equals(List.of("Peer 104 is no longer alive.")));
        until(() -> outputIn("deviates").equals(List.of("peer 139 is no longer alive")));
    }

    private List<String> outputIn(String style) {
        return user.lookup("#output .output-line").<Label>queryAllAs(Label.class).stream()
                .filter(label ->
                        label.getPseudoClassStates().contains(PseudoClass.getPseudoClass(style)))
                .map(Label::getText)
                .filter(text -> text.contains("alive"))
                .toList();
    }

    @Test
    void aSentenceLightsThePeersThatItConcerns() {
        kill104();
        user.clickOn("#expected .expected-row");
        until(() -> user.lookup(".peer:concerned").queryAll().size() == 2);
    }

    /** A narrow list breaks long reasons into lines, and shows all of them. */
    @Test
    void aLongReasonIsNotCutOff() {
        kill104();
        user.interact(() -> list().setPrefWidth(LITTLE));
        user.interact(() -> list().setMaxWidth(LITTLE));
        until(() -> list().getWidth() <= LITTLE);
        until(() -> labels(".expected-detail").stream().noneMatch(ExpectedWindowTest::isCutOff));
    }

    private static boolean isCutOff(Label label) {
        return label.getHeight() + 1 < label.prefHeight(label.getWidth());
    }

    private Region list() {
        return user.lookup("#expected").queryAs(Region.class);
    }
}
