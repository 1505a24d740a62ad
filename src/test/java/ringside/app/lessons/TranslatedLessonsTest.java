package ringside.app.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.scenario.PredictionJudge;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioFile;
import ringside.scenario.ScenarioLine;
import ringside.scenario.ScenarioParser;

/** German scenarios do what the English ones do, and only their words differ. */
class TranslatedLessonsTest {

    private static final Path ENGLISH = Path.of("assets", "scenarios");
    private static final Path GERMAN = ENGLISH.resolve("de");

    static List<Path> translated() throws IOException {
        try (Stream<Path> files = Files.list(GERMAN)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("translated")
    void itHasTheSameLinesAndOnlyTheWordsDiffer(Path german) throws IOException {
        List<String> theirs = Files.readAllLines(ENGLISH.resolve(german.getFileName()));
        List<String> ours = Files.readAllLines(german);
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            if (isWords(theirs.get(i))) {
                assertThat(ours.get(i))
                        .isNotEqualTo(theirs.get(i))
                        .startsWith(begin(theirs.get(i)));
            } else {
                assertThat(ours.get(i)).isEqualTo(theirs.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("translated")
    void everyQuestionHasAsManyChoicesAndARightOne(Path german) throws Exception {
        Path english = ENGLISH.resolve(german.getFileName());
        List<ScenarioLine.Ask> theirs = questions(english);
        List<ScenarioLine.Ask> ours = questions(german);
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i).choices()).hasSameSizeAs(theirs.get(i).choices());
            assertThat(PredictionJudge.judge(ours.get(i).value(), ours.get(i)))
                    .isEqualTo(PredictionJudge.Judgement.RIGHT);
        }
    }

    @Test
    void everyScenarioIsTranslated() throws IOException {
        try (Stream<Path> files = Files.list(ENGLISH)) {
            assertThat(translated().stream().map(Path::getFileName))
                    .containsAll(
                            files.filter(Files::isRegularFile).map(Path::getFileName).toList());
        }
    }

    private static boolean isWords(String line) {
        return line.startsWith("# ") || line.startsWith("say ") || line.startsWith("ask ");
    }

    private static String begin(String line) {
        return line.startsWith("#") ? "#" : line.substring(0, "say ".length());
    }

    private static List<ScenarioLine.Ask> questions(Path file) throws Exception {
        return ScenarioParser.parse(String.valueOf(file), ScenarioFile.read(file)).steps().stream()
                .map(Scenario.Step::line)
                .filter(ScenarioLine.Ask.class::isInstance)
                .map(ScenarioLine.Ask.class::cast)
                .toList();
    }
}
