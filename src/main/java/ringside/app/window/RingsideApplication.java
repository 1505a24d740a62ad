package ringside.app.window;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import ringside.app.base.FailureLog;
import ringside.app.base.WindowClock;
import ringside.text.Language;

/** The JavaFX application of the window. */
public final class RingsideApplication extends Application {

    private static final AtomicReference<@Nullable WindowOptions> OPTIONS = new AtomicReference<>();

    /** Completes when JavaFX has started, or at once where nobody has begun to start it. */
    private static volatile CompletableFuture<Void> toolkit =
            CompletableFuture.completedFuture(null);

    /**
     * Has this process, and the libraries of the window, speak the language that the user or the
     * desktop has chosen. Call it before anything is said that the window may show.
     */
    public static void speak() {
        Language language =
                WindowMemoryFile.ofThisUser()
                        .load()
                        .language()
                        .language(Locale.getDefault(Locale.Category.DISPLAY));
        Language.speak(language);
        Locale.setDefault(language.ofOthers());
    }

    /**
     * Starts JavaFX beside what the caller does next, because it takes a while. Not necessary; call
     * it once at most.
     */
    public static void startToolkit() {
        toolkit =
                CompletableFuture.runAsync(
                        () -> Platform.startup(() -> {}),
                        start -> Thread.ofPlatform().daemon().name("toolkit").start(start));
    }

    /**
     * Opens the window and returns when it is closed. Call it once in a program, and not on the
     * JavaFX thread.
     *
     * @throws UnsupportedOperationException when there is no display
     * @throws UnsatisfiedLinkError when a library of the system is missing
     */
    public static void launch(WindowOptions options) {
        OPTIONS.set(options);
        awaitToolkit();
        Application.launch(RingsideApplication.class);
    }

    private static void awaitToolkit() {
        try {
            toolkit.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
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
        new RingWindow(
                        options,
                        stage,
                        new SystemDesktop(getHostServices()),
                        WindowMemoryFile.ofThisUser(),
                        new PulseFrames(
                                new WindowClock(),
                                Platform.getPreferences().reducedMotionProperty()))
                .show();
    }
}
