package ringside.app.window;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import ringside.app.base.FailureLog;
import ringside.app.base.WindowClock;

/** The JavaFX application of the window. */
public final class RingsideApplication extends Application {

    private static final AtomicReference<@Nullable WindowOptions> OPTIONS = new AtomicReference<>();

    /**
     * Opens the window and returns when it is closed. Call it once in a program, and not on the
     * JavaFX thread.
     */
    public static void launch(WindowOptions options) {
        OPTIONS.set(options);
        Application.launch(RingsideApplication.class);
    }

    /**
     * Ignores failures during a shutdown from outside: JavaFX then releases its pipeline while it
     * still handles its last mouse event, which concerns nobody.
     */
    private static void ignoreFailuresOfTheEnd(FailureLog failures) {
        Runtime.getRuntime().addShutdownHook(new Thread(failures::mute, "mute failures"));
        Thread.currentThread().setUncaughtExceptionHandler(failures::report);
    }

    @Override
    public void start(Stage stage) {
        WindowOptions options = Objects.requireNonNull(OPTIONS.get(), "launch was not called");
        ignoreFailuresOfTheEnd(options.failures());
        Path memory = Path.of(System.getProperty("user.home"), ".ringside", "window.properties");
        new RingWindow(
                        options,
                        stage,
                        new SystemDesktop(getHostServices()),
                        new WindowMemoryFile(memory),
                        new PulseFrames(
                                new WindowClock(),
                                Platform.getPreferences().reducedMotionProperty()))
                .show();
    }
}
