package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.base.TextSize;
import ringside.status.CommandParser;

/** The size of text and picture (WINDOW 18.2). */
@NeedsFonts
class TextSizeWindowTest extends WindowFixture {

    /** Words that other places say, too: the preview comes true, and a chord has its transfer. */
    private static final List<String> MAY_BE_CUT = List.of("command-preview", "chord-words");

    private double heightOf(String query) {
        Node node = user.lookup(query).query();
        return node.localToScreen(node.getLayoutBounds()).getHeight();
    }

    @Test
    void atTwiceTheSizeAllWordsAreTwiceAsLargeNoneIsCutOffAndTheSizeIsRemembered() {
        stage().setWidth(1440);
        stage().setHeight(900);
        until(() -> isShown("#peer-77"));
        double button = heightOf("#settings");
        double number = heightOf("#peer-77 .number");
        user.clickOn("#settings");
        user.clickOn("#settings-size-percent_200");
        user.clickOn("#settings");
        ring.carryOut(CommandParser.parse("request 2012 from 43")).join();
        pass(Duration.ofMillis(300));
        assertThat(heightOf("#settings") / button).isCloseTo(2, within(0.1));
        assertThat(heightOf("#peer-77 .number") / number).isCloseTo(2, within(0.1));
        assertThat(WordsInSight.cut()).filteredOn(words -> !words.isIn(MAY_BE_CUT)).isEmpty();
        Node status = user.lookup("#status").query();
        assertThat(status.localToScene(status.getLayoutBounds()).getMaxY())
                .isCloseTo(stage().getScene().getHeight(), within(1.0));
        stage().hide();
        assertThat(memory.load().size()).isEqualTo(TextSize.PERCENT_200);
    }
}
