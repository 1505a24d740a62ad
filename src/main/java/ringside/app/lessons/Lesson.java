package ringside.app.lessons;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ringside.app.base.Texts;
import ringside.node.Failures;
import ringside.scenario.ScenarioFile;
import ringside.scenario.ScenarioSyntaxException;

/**
 * A scenario file as the panel lists it.
 *
 * @param title its first comment, or its name where it has none
 * @param text all of it
 */
public record Lesson(Path file, String title, String text) {

    private static final Logger LOGGER = System.getLogger("ringside.lessons");

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
     * All of some folders, lessons first, then by name. A folder that is missing has none; a file
     * that cannot be read is listed with the reason as its title, and hides no other.
     */
    public static List<Lesson> in(List<Path> folders) {
        List<Lesson> all = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : scenariosIn(folder)) {
                all.add(readOrExplain(file));
            }
        }
        all.sort(Comparator.comparing(lesson -> !lesson.isLesson()));
        return List.copyOf(all);
    }

    private static List<Path> scenariosIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Lesson::isScenario).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, folder.toString(), e);
            return List.of();
        }
    }

    /** Editors keep locks and copies beside a file, whose names begin with a dot. */
    private static boolean isScenario(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") && !name.startsWith(".");
    }

    private static Lesson readOrExplain(Path file) {
        try {
            return of(file, ScenarioFile.read(file));
        } catch (ScenarioSyntaxException e) {
            return unreadable(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return unreadable(file, Failures.sentence(e));
        }
    }

    /** Its only line is a comment that says why. */
    private static Lesson unreadable(Path file, String why) {
        return new Lesson(
                file,
                Texts.text("lesson.unreadable", String.valueOf(file.getFileName())),
                "# " + why);
    }

    private boolean isLesson() {
        return String.valueOf(file.getFileName()).startsWith("lesson-");
    }
}
