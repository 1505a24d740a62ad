package ringside.app.lessons;

import java.nio.file.Path;
import java.util.List;
import ringside.scenario.PathFinder;

/** Where scenarios lie, and the files that they name. Any thread may call. */
public interface ScenarioPlaces {

    /** The folders whose scenarios are listed; some may be missing. */
    List<Path> folders();

    /** Finds the files that a scenario names. */
    PathFinder paths(Path scenario);
}
