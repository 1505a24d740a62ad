package ringside.app.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import ringside.app.base.Desktop;
import ringside.app.base.Texts;
import ringside.supervisor.RunFolders;

/** The services of the desktop that the program runs on. */
final class SystemDesktop implements Desktop {

    private final HostServices services;

    SystemDesktop(HostServices services) {
        this.services = services;
    }

    @Override
    public void open(Path path) {
        services.showDocument(path.toUri().toString());
    }

    @Override
    public Optional<Path> chooseFile(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("choose.file"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseRecording(Window owner) {
        FileChooser chooser = recordings("choose.recording");
        Path runs = RunFolders.usual();
        if (Files.isDirectory(runs)) {
            chooser.setInitialDirectory(runs.toFile());
        }
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseRecordingToSave(Window owner) {
        FileChooser chooser = recordings("choose.save");
        chooser.setInitialFileName(RunFolders.RECORDING);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private static FileChooser recordings(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Ringside", "*.ringside"));
        return chooser;
    }

    @Override
    public Optional<Path> chooseToSave(Window owner, String fileName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("choose.export"));
        chooser.setInitialFileName(fileName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Path runs() {
        return RunFolders.usual();
    }
}
