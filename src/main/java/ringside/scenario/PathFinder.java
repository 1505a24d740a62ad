package ringside.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the files that a scenario names, so that it runs from any folder.
 *
 * @param folders where to look, first to last; none is empty
 */
public record PathFinder(List<Path> folders) {

    public PathFinder {
        folders = List.copyOf(folders);
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("no folder to look in");
        }
    }

    /** The first that exists, or else where it would be in the first folder; absolute. */
    public Path find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(folders.getFirst().resolve(name))
                .toAbsolutePath()
                .normalize();
    }
}
