package ringside.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import ringside.app.frame.WindowMemoryFile;

/** The window as a program. */
public final class RingsideApplication extends Application {

    private static final AtomicReference<@Nullable WindowOptions> OPTIONS =
            new AtomicReference<>();

    /**
     * Opens the window and returns when it is closed. Once in a program; not on the JavaFX thread.
     */
    public static void launch(WindowOptions options) {
        OPTIONS.set(options);
        Application.launch(RingsideApplication.class);
    }

    /**
     * When the program is ended from outside, JavaFX takes its pipeline away under its own last
     * mouse event: that failure is nobody's concern. Any other is told as ever.
     */
    private static void ignoreFailuresOfTheEnd() {
        AtomicBoolean ending = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending.set(true)));
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, failure) -> {
                            if (!ending.get()) {
                                failure.printStackTrace();
                            }
                        });
    }

    @Override
    public void start(Stage stage) {
        ignoreFailuresOfTheEnd();
        WindowOptions options = Objects.requireNonNull(OPTIONS.get(), "launch was not called");
        Path memory = Path.of(System.getProperty("user.home"), ".ringside", "window.properties");
        new RingWindow(
                        options,
                        stage,
                        new SystemDesktop(getHostServices()),
                        new WindowMemoryFile(memory),
                        new PulseFrames(new Clock()))
                .show();
    }
}
