package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import ringside.NeedsFonts;
import ringside.app.WindowOptions.Recording;
import ringside.app.frame.WindowMemory;
import ringside.status.Command;
import ringside.status.StatusEntry;
import ringside.supervisor.RingControl;

/** A frame that throws is told in the window, and the window goes on. */
@NeedsFonts
@ExtendWith(ApplicationExtension.class)
class FailureNoticeWindowTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final FailureLog failures =
            new FailureLog(System.getLogger("planted"), line -> {});
    private final AtomicBoolean isPlanted = new AtomicBoolean();
    private final AtomicInteger frames = new AtomicInteger();
    private @Nullable Stage shown;

    /** Fails in every frame while the exception is planted. */
    private final RingControl ring =
            new RingControl() {
                @Override
                public int drain(Consumer<StatusEntry> receiver, int most) {
                    frames.incrementAndGet();
                    if (isPlanted.get()) {
                        throw new IllegalStateException("planted");
                    }
                    return 0;
                }

                @Override
                public CompletableFuture<Void> carryOut(Command command) {
                    return CompletableFuture.completedFuture(null);
                }

                @Override
                public CompletableFuture<Void> quitAll() {
                    return CompletableFuture.completedFuture(null);
                }
            };

    @Start
    void start(Stage stage) {
        shown = stage;
        new RingWindow(
                        new WindowOptions(
                                ring, new Recording(Path.of("ring.ringside")), () -> "", failures),
                        stage,
                        new NoDesktop(),
                        WindowMemory.NONE)
                .show();
    }

    @Stop
    void stop() {
        if (shown != null) {
            shown.hide();
        }
    }

    @Test
    void anExceptionInAFrameIsToldOnceAndTheFramesGoOn() {
        assertThat(onFx(() -> find("#failure", Node.class).isVisible())).isFalse();
        isPlanted.set(true);
        await("the notice")
                .atMost(LONG)
                .until(() -> onFx(() -> find("#failure", Node.class).isVisible()));
        int then = frames.get();
        await("more frames").atMost(LONG).until(() -> frames.get() > then + 5);
        isPlanted.set(false);

        assertThat(onFx(() -> find("#failure-words", Label.class).getText()))
                .startsWith("Something unexpected went wrong")
                .endsWith("IllegalStateException: planted");
        String copied =
                onFx(
                        () -> {
                            find("#failure-copy", Button.class).fire();
                            return Clipboard.getSystemClipboard().getString();
                        });
        assertThat(copied).contains("IllegalStateException: planted", "\tat ringside.app.");
        onFx(
                () -> {
                    find("#failure-close", Button.class).fire();
                    return true;
                });
        await("the notice goes")
                .atMost(LONG)
                .until(() -> !onFx(() -> find("#failure", Node.class).isVisible()));
    }

    private <T extends Node> T find(String query, Class<T> type) {
        if (shown == null) {
            throw new IllegalStateException("no window is shown");
        }
        Node found = shown.getScene().lookup(query);
        assertThat(found).as(query).isInstanceOf(type);
        return type.cast(found);
    }

    private static <T> T onFx(Supplier<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(LONG.toMillis(), question::get);
    }

    /** Nothing is chosen. */
    private static final class NoDesktop implements Desktop {
        @Override
        public void open(Path path) {}

        @Override
        public Optional<Path> chooseFile(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseRecording(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseRecordingToSave(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToSave(Window owner, String fileName) {
            return Optional.empty();
        }
    }
}
