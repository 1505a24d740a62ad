package ringside.app.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ringside.status.EventSource;
import ringside.status.StatusEntry;
import ringside.supervisor.PeerCache;
import ringside.supervisor.Supervisor;
import ringside.supervisor.TrainingRun;
import ringside.text.Messages;

/**
 * {@code prepare CACHE}: a training run after a build. It makes the cache with which peers start
 * faster. {@code run-ring.sh} has the JVM of this command itself record what a window uses, so it
 * shows a window, on no display: there the next window starts faster too.
 */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {

    private static final Logger LOGGER = System.getLogger("ringside.prepare");

    /** Time for the window to close after the performance; one that draws nothing never does. */
    private static final long CLOSE_LIMIT_S = 10;

    @Parameters(paramLabel = "CACHE", descriptionKey = "prepare.cache")
    private Path cache = Path.of("");

    /**
     * Performs the training run.
     *
     * @return the exit code
     * @throws IOException when no cache could be made; the program runs without it
     */
    @Override
    public Integer call() throws IOException {
        TrainingRun run = TrainingRun.open(Installation.java(), Installation.classPath());
        try {
            try (run) {
                CompletableFuture<Void> performance =
                        CompletableFuture.runAsync(() -> perform(run), Thread::startVirtualThread);
                show(run, performance);
                performance.join();
            }
            PeerCache.write(run, cache);
        } finally {
            run.delete();
        }
        return 0;
    }

    private static void perform(TrainingRun run) {
        try {
            run.perform();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows the run in a window on no display, until it is over; where there is none, not. */
    private static void show(TrainingRun run, CompletableFuture<Void> performance) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        LibraryFolder.choose();
        var _ =
                performance.whenComplete((_, _) ->
                        CompletableFuture.delayedExecutor(CLOSE_LIMIT_S, TimeUnit.SECONDS)
                                .execute(Platform::exit));
        Supervisor ring = run.ring();
        try {
            WindowCommand.open(
                    WindowCommand.optionsOf(
                            new ClosingEvents(ring, performance),
                            ring,
                            run.settings(),
                            () -> "",
                            Installation.ownRules(),
                            Optional.empty()));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.INFO, Messages.LAUNCH.format("prepare.noWindow"), e);
        }
    }

    /**
     * The events of a ring, which a window takes with each of its frames. Closes the window at the
     * first frame after the performance.
     */
    private record ClosingEvents(EventSource ring, CompletableFuture<Void> performance)
            implements EventSource {

        @Override
        public int drain(Consumer<StatusEntry> receiver, int most) {
            int taken = ring.drain(receiver, most);
            if (performance.isDone() && taken == 0) {
                Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            }
            return taken;
        }
    }
}
