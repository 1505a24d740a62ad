package ringside.app.lessons;

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
import ringside.text.Language;

/**
 * A scenario file in the list of lessons.
 *
 * @param title its first comment, or the file name if it does not begin with one
 * @param text the whole file
 */
public record Lesson(Path file, String title, String text) {

    private static final Logger LOGGER = System.getLogger("ringside.lessons");

    /** Creates a lesson whose title comes from its text. */
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
     * Reads the scenarios of some folders, lessons first, then in the order of the folders and by
     * name. A missing folder counts as empty; a file that cannot be read is listed with a title
     * that says so and with the reason as its text.
     */
    public static List<Lesson> in(List<Path> folders) {
        List<Lesson> all = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : scenariosIn(folder)) {
                all.add(readOrExplain(inWordsOfTheWindow(file)));
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

    /**
     * Returns the same scenario in the language of the window, from the folder beside it that is
     * named by the language, such as {@code de}; or the scenario itself if there is none.
     */
    private static Path inWordsOfTheWindow(Path file) {
        String language = Language.spoken().locale().getLanguage();
        Path translated = file.resolveSibling(language).resolve(file.getFileName());
        return !language.isEmpty() && Files.isRegularFile(translated) ? translated : file;
    }

    /**
     * Recognises a scenario by its name; editors keep locks and copies whose names begin with a
     * dot.
     */
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

    /** Returns a lesson whose only line is a comment with the reason. */
    private static Lesson unreadable(Path file, String reason) {
        return new Lesson(
                file,
                Texts.text("lesson.unreadable", String.valueOf(file.getFileName())),
                "# " + reason);
    }

    /** Returns whether it is a lesson, and not just a scenario. */
    boolean isLesson() {
        return String.valueOf(file.getFileName()).startsWith("lesson-");
    }
}
