package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import ringside.NeedsFonts;
import ringside.rules.InvalidRulesException;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.text.Language;

/** All tabs of a running ring stand beside each other in German, too. */
@NeedsFonts
@Isolated("the whole process speaks another language")
class GermanTabsWindowTest extends WindowFixture {

    @BeforeAll
    static void speakGerman() {
        Language.speak(Language.GERMAN);
    }

    @AfterAll
    static void speakEnglishAgain() {
        Language.speak(Language.ENGLISH);
    }

    @Override
    Optional<Rules> rules() {
        try {
            return Optional.of(RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")));
        } catch (IOException | InvalidRulesException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void assertThatAllTabsFit(int width, int height) {
        stage().setWidth(width);
        stage().setHeight(height);
        pass(Duration.ofMillis(100));
        Set<Node> tabs = user.lookup("#details .tab").queryAll();
        double edge = inScene(user.lookup("#details").query()).getMaxX();
        assertThat(tabs).hasSize(7);
        assertThat(tabs)
                .as("at %s x %s up to %s", width, height, edge)
                .allMatch(tab -> inScene(tab).getMaxX() <= edge);
        until(() -> !user.lookup("#details .control-buttons-tab").query().isVisible());
    }

    @Test
    void noTabIsInTheMenuOfTheTabs() {
        until(() -> isShown("#peer-139"));
        assertThatAllTabsFit(1440, 900);
        assertThatAllTabsFit(1024, 700);
    }
}
