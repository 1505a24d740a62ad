package ringside.app.window;

import java.nio.file.Path;
import java.util.List;
import ringside.app.lessons.ScenarioFolders;
import ringside.scenario.PathFinder;

/** The scenarios of the project and of its tests, for windows in tests. */
public enum ProjectScenarios implements ScenarioFolders {
    HERE;

    @Override
    public List<Path> folders() {
        return List.of(Path.of("assets", "scenarios"), Path.of("src", "test", "scenarios"));
    }

    @Override
    public PathFinder paths(Path scenario) {
        return new PathFinder(List.of(Path.of("").toAbsolutePath()));
    }
}
