package ringside.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ringside.ring.FileNumber;

/**
 * The files of a folder that are named by their number on the ring.
 *
 * @param byNumber one file for each number: of 2012.pdf and 2012.txt the first by name
 * @param others the sorted names of all other entries that are not hidden
 */
public record NumberedFiles(SortedMap<FileNumber, Path> byNumber, List<String> others) {

    private static final Pattern NUMBERED = Pattern.compile("([0-9]{4})(\\..*)?");

    public NumberedFiles {
        byNumber = Collections.unmodifiableSortedMap(new TreeMap<>(byNumber));
        others = List.copyOf(others);
    }

    /**
     * Lists a folder. It skips hidden files, such as the .DS_Store of every Mac.
     *
     * @throws IOException when the folder cannot be listed
     */
    public static NumberedFiles in(Path folder) throws IOException {
        SortedMap<FileNumber, Path> byNumber = new TreeMap<>();
        List<String> others = new ArrayList<>();
        List<Path> found;
        try (Stream<Path> all = Files.list(folder)) {
            found = all.sorted().toList();
        }
        for (Path file : found) {
            String name = String.valueOf(file.getFileName());
            Matcher numbered = NUMBERED.matcher(name);
            if (numbered.matches() && Files.isRegularFile(file)) {
                byNumber.putIfAbsent(new FileNumber(numbered.group(1)), file);
            } else if (!name.startsWith(".")) {
                others.add(name);
            }
        }
        return new NumberedFiles(byNumber, others);
    }
}
