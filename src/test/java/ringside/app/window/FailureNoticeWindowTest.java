package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.base.FailureLog;
import ringside.status.EventSource;

/** A frame that throws is reported in the window, and the window keeps running. */
@NeedsFonts
class FailureNoticeWindowTest extends WindowFixture {

    private final FailureLog planted = new FailureLog(System.getLogger("planted"), line -> {});
    private boolean isPlanted;

    @Override
    FailureLog failures() {
        return planted;
    }

    /** Throws in every frame while the failure is planted. */
    @Override
    EventSource events() {
        return (receiver, most) -> {
            if (isPlanted) {
                throw new IllegalStateException("planted");
            }
            return ring.drain(receiver, most);
        };
    }

    @Test
    void anExceptionInAFrameIsShownAndTheFramesGoOn() {
        until(() -> isShown("#peer-43"));
        assertThat(isShown("#failure")).isFalse();
        isPlanted = true;
        until(() -> isInSight("#failure"));
        isPlanted = false;
        String held = text("#timeline-time");
        until(() -> text("#timeline-time").compareTo(held) > 0);
        assertThat(text("#failure-words"))
                .startsWith("Something unexpected went wrong")
                .endsWith("IllegalStateException: planted");
    }

    @Test
    void aFailureIsCopiedAndDismissed() {
        isPlanted = true;
        until(() -> isInSight("#failure"));
        isPlanted = false;
        user.clickOn("#failure-copy");
        assertThat(Clipboard.getSystemClipboard().getString())
                .contains("IllegalStateException: planted", "\tat ringside.app.");
        user.clickOn("#failure-close");
        until(() -> !isShown("#failure"));
    }
}
