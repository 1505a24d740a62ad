package ringside.app.base;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** What the window asks of the desktop around it; tests give their own. JavaFX thread. */
public interface Desktop {

    /** Opens a file or a folder with the program that the desktop has for it. */
    void open(Path path);

    /** Lets the user choose a file of this machine to store; empty when none was chosen. */
    Optional<Path> chooseFile(Window owner);

    /** Lets the user choose a recording to open; empty when none was chosen. */
    Optional<Path> chooseRecording(Window owner);

    /** Lets the user choose where to put a recording; empty when nowhere was chosen. */
    Optional<Path> chooseRecordingToSave(Window owner);

    /** Lets the user choose where to put something; empty when nowhere was chosen. */
    Optional<Path> chooseToSave(Window owner, String fileName);
}
