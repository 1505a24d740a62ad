package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;

/** The presentation mode: the ring and the caption do not overlap. */
@NeedsFonts
class PresentationWindowTest extends WindowFixture {

    private Bounds bounds(String query) {
        Node node = user.lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }

    private boolean isCaptionClear() {
        return bounds("#caption").getMinY() >= bounds("#ring").getMaxY();
    }

    @Test
    void theCaptionNeverCoversTheRing() {
        select(139);
        key(KeyCode.F11);
        until(() -> isShown("#caption"));
        until(() -> isCaptionClear());
        key(KeyCode.K);
        until(() -> text("#caption").contains("139"));
        assertThat(isCaptionClear()).isTrue();
        double height = bounds("#ring").getHeight();
        until(() -> text("#health").equals("consistent"));
        assertThat(bounds("#ring").getHeight()).isEqualTo(height);
    }

    /** An event of a minute ago must not look like the present. */
    @Test
    void theCaptionBeginsWithTheTimeOfItsEvent() {
        select(139);
        key(KeyCode.F11);
        until(() -> isShown("#caption"));
        key(KeyCode.K);
        until(() -> text("#caption").contains("139"));
        String told = text("#caption");
        assertThat(told).matches("[0-9]{2}:[0-9]{2}\\.[0-9]  \\S.*");
        until(() -> text("#caption").contains("is right again"));
        String last = text("#caption");
        pass(Duration.ofSeconds(20));
        assertThat(text("#caption")).isEqualTo(last);
        assertThat(last.substring(0, 7)).isGreaterThan(told.substring(0, 7));
    }

    @Test
    void aVeryLongCaptionGetsMoreRoom() {
        until(() -> isShown("#peer-139"));
        key(KeyCode.F11);
        until(() -> isShown("#caption"));
        Label caption = user.lookup("#caption").queryAs(Label.class);
        until(() -> roomUnderTheRing() > 0);
        double usual = roomUnderTheRing();
        until(() -> {
            // Meanwhile another event may replace the text, but the space remains.
            user.interact(() -> caption.setText("One more word. ".repeat(40)));
            return roomUnderTheRing() > usual + 20;
        });
    }

    @Test
    void afterwardsTheRingHasAllRoomAgain() {
        until(() -> isShown("#peer-139"));
        key(KeyCode.F11);
        until(() -> isShown("#caption"));
        until(() -> roomUnderTheRing() > 0);
        key(KeyCode.F11);
        until(() -> !isShown("#caption"));
        until(() -> roomUnderTheRing() == 0);
    }

    private double roomUnderTheRing() {
        Node around = user.lookup("#ring").query().getParent();
        Bounds all = around.localToScene(around.getLayoutBounds());
        return Math.round(all.getMaxY() - bounds("#ring").getMaxY());
    }
}
