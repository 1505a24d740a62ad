package ringside.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the files that a scenario names in some folders, in their order; none is empty. */
public record PathFinder(List<Path> folders) {

    public PathFinder {
        folders = List.copyOf(folders);
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("no folder to look in");
        }
    }

    /**
     * Returns the absolute path of the first file that exists, or else its place in the first
     * folder.
     */
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
