package ringside.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.InvalidRulesException;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

/** Outputs in the forms of real answers are read as they should be, however they are cut. */
class SentenceCasesTest {

    private static final Path CASES =
            Path.of("src", "test", "resources", "ringside", "transcript", "cases");

    private record Case(
            Rules rules,
            PeerId speaker,
            Set<FileNumber> requested,
            List<String> expected,
            Path file) {

        static Case of(Path output) throws IOException, InvalidRulesException {
            String name = String.valueOf(output.getFileName()).replace(".out", ".expect");
            String rules = "cdht-2019";
            PeerId speaker = new PeerId(0);
            Set<FileNumber> requested = Set.of();
            List<String> expected = new ArrayList<>();
            for (String line : Files.readAllLines(output.resolveSibling(name))) {
                if (line.startsWith("# at ")) {
                    speaker = PeerId.parse(line.substring("# at ".length()));
                } else if (line.startsWith("# rules: ")) {
                    rules = line.substring("# rules: ".length());
                } else if (line.startsWith("# typed: request ")) {
                    requested =
                            Set.of(new FileNumber(line.substring("# typed: request ".length())));
                } else if (!line.startsWith("#")) {
                    expected.add(line);
                }
            }
            return new Case(
                    RulesFile.read(Path.of("assets", "rules", rules + ".json")),
                    speaker,
                    requested,
                    expected,
                    output);
        }

        byte[] output() throws IOException {
            return Files.readAllBytes(file);
        }

        SentenceReader reader() {
            return new SentenceReader(rules, speaker, () -> requested);
        }
    }

    static List<Path> outputs() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            List<Path> outputs =
                    files.filter(file -> file.toString().endsWith(".out")).sorted().toList();
            assertThat(outputs).hasSizeGreaterThanOrEqualTo(6);
            return outputs;
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void isReadAsAWhole(Path output) throws Exception {
        Case given = Case.of(output);
        SentenceReader reader = given.reader();
        List<Reading> readings =
                new ArrayList<>(reader.read(given.output(), 0, given.output().length));
        readings.addAll(reader.end());
        assertThat(ReadingText.of(readings)).isEqualTo(given.expected());
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void isReadTheSameInPieces(Path output) throws Exception {
        Case given = Case.of(output);
        assertThat(inPieces(given, 1, new Random(0)))
                .isEqualTo(inPieces(given, 1_000, new Random(0)));
        for (int seed = 1; seed <= 200; seed++) {
            List<Reading> readings = inPieces(given, 40, new Random(seed));
            assertThat(ReadingText.of(readings)).as("seed %d", seed).isEqualTo(given.expected());
        }
    }

    private static List<Reading> inPieces(Case given, int longest, Random random)
            throws IOException {
        byte[] output = given.output();
        SentenceReader reader = given.reader();
        List<Reading> readings = new ArrayList<>();
        int from = 0;
        while (from < output.length) {
            int count = Math.min(1 + random.nextInt(longest), output.length - from);
            readings.addAll(reader.read(output, from, count));
            from += count;
        }
        readings.addAll(reader.end());
        return readings;
    }

    /** Lines that no rule names are kept as they are. */
    @ParameterizedTest
    @MethodSource("outputs")
    void everyLineIsKept(Path output) throws Exception {
        Case given = Case.of(output);
        List<String> kept =
                inPieces(given, 40, new Random(1)).stream()
                        .filter(Reading.Line.class::isInstance)
                        .map(reading -> ((Reading.Line) reading).text())
                        .toList();
        assertThat(kept)
                .containsExactlyElementsOf(
                        new String(given.output(), StandardCharsets.UTF_8)
                                .lines()
                                .map(line -> line.replaceAll("\u001b\\[\\d*m|\\p{Cntrl}", ""))
                                .toList());
    }
}
