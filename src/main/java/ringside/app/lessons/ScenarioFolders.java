package ringside.app.lessons;

import java.nio.file.Path;
import java.util.List;
import ringside.scenario.PathFinder;

/** Locates scenarios and the files that they name. Thread-safe. */
public interface ScenarioFolders {

    /** Returns the folders whose scenarios are listed; some may be missing. */
    List<Path> folders();

    /** Returns a finder of the files that a scenario names. */
    PathFinder paths(Path scenario);
}
