package ringside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import ringside.NeedsFonts;
import ringside.app.frame.WindowMemory;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.PeerSettings;

/** The style sheets hold together: no colour is missing anywhere, in either look. */
@NeedsFonts
@ExtendWith(ApplicationExtension.class)
class StyleSheetTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** Held, for a logger that nobody holds forgets its handlers. */
    private static final Logger STYLES = Logger.getLogger("javafx.css");

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(@Nullable LogRecord told) {
                    if (told != null && told.getLevel().intValue() >= Level.WARNING.intValue()) {
                        warnings.add(told.getMessage());
                    }
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private final Clock clock = new Clock();
    private final ScriptedRing ring =
            new ScriptedRing(clock::micros, 14, 43, 77, 104).with("2012.pdf", 80_000);
    private @Nullable Stage shown;

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

    @Start
    void start(Stage stage) {
        STYLES.addHandler(handler);
        shown = stage;
        new RingWindow(
                        new WindowOptions(
                                ring,
                                new WindowOptions.RunningRing(
                                        PeerSettings.DEFAULTS, 20_000, Path.of("/tmp/run"), ring, ProjectScenarios.HERE)),
                        stage,
                        new NoDesktop(),
                        WindowMemory.NONE)
                .show();
    }

    @Stop
    void stop() {
        STYLES.removeHandler(handler);
        if (shown != null) {
            shown.hide();
        }
    }

    private static void until(FxRobot robot, String query) {
        await().atMost(LONG)
                .until(() -> robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void noColourIsMissingInAnyRoomMenuOrBubbleOfBothLooks(FxRobot robot) {
        until(robot, "#peer-43");
        for (int look = 0; look < 2; look++) {
            robot.clickOn("#peer-43");
            robot.press(KeyCode.T).release(KeyCode.T);
            robot.clickOn("#peer-43", MouseButton.SECONDARY);
            until(robot, "#menu-kill");
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            robot.clickOn("#settings");
            until(robot, "#settings-ping");
            robot.clickOn("#event-kinds");
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            for (String command : List.of("request 2012 from 43", "kill 77", "add 200")) {
                ring.carryOut(CommandParser.parse(command)).exceptionally(failure -> null).join();
            }
            until(robot, "#transfers .transfer-detail");
            robot.clickOn("#command").write("kil").press(KeyCode.ENTER).release(KeyCode.ENTER);
            until(robot, "#command-problem");
            robot.clickOn("#peer-43");
            robot.press(KeyCode.R).release(KeyCode.R);
            until(robot, "#file-number");
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        }
        assertThat(warnings).isEmpty();
        assertThat(ring.commands()).contains(new Command.Kill(List.of(new PeerId(77))));
    }
}
