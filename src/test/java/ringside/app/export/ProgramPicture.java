package ringside.app.export;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Platform;
import ringside.app.launch.RingsideCommand;

/**
 * Creates the picture of the README that shows a ring of somebody's program with a fault: a peer
 * leaves, and tells only one of its predecessors. Needs a display and python3; run it by hand with
 * the file for the picture.
 */
public final class ProgramPicture {

    private static final int WIDTH = 1_440;
    private static final int HEIGHT = 900;

    /** After this time what was not said is missing; ms. */
    private static final long AFTER_QUIT_MS = 24_000;

    private ProgramPicture() {}

    /** Takes the file. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        Thread.ofPlatform().daemon().start(() -> drive(file));
        System.exit(
                RingsideCommand.run(
                        "program",
                        Path.of("src", "test", "resources", "ringside", "programs", "text")
                                .toString()));
    }

    private static void drive(Path file) {
        try {
            ShownWindow.waitFor("#health", "consistent");
            ShownWindow.resize(WIDTH, HEIGHT);
            ShownWindow.look("light.css");
            ShownWindow.command("quit 10");
            ShownWindow.showTab("Expected");
            Thread.sleep(AFTER_QUIT_MS);
            ShownWindow.save(file);
        } catch (IOException e) {
            System.err.println("no picture: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
    }
}
