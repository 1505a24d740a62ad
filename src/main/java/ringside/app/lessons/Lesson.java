package ringside.app.lessons;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ringside.app.Texts;

/**
 * A scenario file as the panel lists it.
 *
 * @param title its first comment, or its name where it has none
 * @param text all of it
 */
public record Lesson(Path file, String title, String text) {

    private static final long MOST_BYTES = 1 << 20;

    /** Checks that nothing is missing. */
    public Lesson {
        requireNonNull(file, "file");
        requireNonNull(title, "title");
        requireNonNull(text, "text");
    }

    /** A lesson with its title taken from its text. */
    static Lesson of(Path file, String text) {
        String title =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.replaceFirst("^#+\\s*", ""))
                        .orElse(String.valueOf(file.getFileName()));
        return new Lesson(file, title, text);
    }

    /**
     * Reads one.
     *
     * @throws IOException when it cannot be read, or is too large to be one
     */
    static Lesson read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(Texts.text("lesson.tooLarge", file));
        }
        return of(file, Files.readString(file));
    }

    /** All of some folders, lessons first, then by name; a folder that is missing has none. */
    public static List<Lesson> in(List<Path> folders) {
        List<Lesson> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".txt")) {
                        all.add(read(file));
                    }
                }
            } catch (IOException e) {
                // A folder that is not there, or cannot be read, has no scenarios to list.
            }
        }
        all.sort(Comparator.comparing(lesson -> !lesson.isLesson()));
        return List.copyOf(all);
    }

    private boolean isLesson() {
        return String.valueOf(file.getFileName()).startsWith("lesson-");
    }
}
