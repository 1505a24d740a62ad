package ringside.app.base;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** The desktop's services for the window; tests substitute their own. JavaFX thread only. */
public interface Desktop {

    /** Opens a file or a folder with the desktop's program for it. */
    void open(Path path);

    /** Asks the user for a file of this machine to store; empty when the user chooses none. */
    Optional<Path> chooseFile(Window owner);

    /** Asks the user for a recording to open; empty when the user chooses none. */
    Optional<Path> chooseRecording(Window owner);

    /** Asks the user where to save a recording; empty when the user chooses no place. */
    Optional<Path> chooseRecordingToSave(Window owner);

    /** Asks the user where to save something; empty when the user chooses no place. */
    Optional<Path> chooseToSave(Window owner, String fileName);

    /** Returns the folder of all runs of this user; it may be missing. */
    Path runs();
}
