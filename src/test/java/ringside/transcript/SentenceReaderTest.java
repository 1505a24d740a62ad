package ringside.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.BesideOthers;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

/** What a reader passes over, what it never does, and when it is certain (PROGRAMS 3.1, 3.2). */
@BesideOthers
class SentenceReaderTest {

    private static final PeerId SPEAKER = new PeerId(8);

    private Rules rules;
    private SentenceReader reader;

    @BeforeEach
    void readTheRules() throws Exception {
        rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
        reader = reader();
    }

    private SentenceReader reader() {
        return new SentenceReader(rules, SPEAKER, () -> Set.of(new FileNumber("2012")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peer 5 is no longer alive.|dead 5",
                "peer 5 is no longer alive.|dead 5 ~ case",
                "PEER 5 IS NO LONGER ALIVE.|dead 5 ~ case",
                "Peer 5 is no longer alive|dead 5 ~ stop",
                "Peer 5  is no longer alive.|dead 5 ~ blanks",
                "Peer5 is no longer alive.|dead 5 ~ blanks",
                "Peer 5 isno longer alive.|dead 5 ~ blanks",
                "Peer 5 is no long er alive.|dead 5 ~ blanks",
                "Peer 5 is no longer alive .|dead 5 ~ blanks",
                "Peer 5 is no longer a live.|dead 5 ~ blanks",
                "The Peer 5 is no longer alive.|dead 5",
                "Peer 5 is no longer alve.|dead 5 ~ spelling(alve/alive)",
                "Peer 5 is no longer ailve.|dead 5 ~ spelling(ailve/alive)",
                "File 2012 is here.|here 2012",
                "File 2012 is stored here.|here 2012 ~ word-extra(stored)",
                "File 2012.pdf is not stored here.|not-here 2012 ~ extension",
                "File 220 is not stored here.|not-here 220 ~ file-by-hash(220/2012)",
                "A response message destined for peer 8 has been sent.|response-sent 8 ~ comma",
                "A response, message, destined for peer 8, has been sent.|response-sent 8 ~ comma",
                "Recieved a response message from peer 1, which has the file 2012."
                        + "|response-from 1 2012 ~ spelling(Recieved/Received)",
                "Received response message from the peer 1, which has file 2012."
                        + "|response-from 1 2012 ~ word-missing(a) word-extra(the) word-missing(the)",
                "We now start sending the file|sending",
                "We now start sending the file....|sending",
                "We now start sending the file . . .|sending",
                "We now start sending the file…|sending",
                "ping request message was received from Peer 3.|ping-request 3 ~ word-missing(A)",
                "an ping request message was received from Peer 3."
                        + "|ping-request 3 ~ word-missing(A)",
                "[12:00:01] A ping request message was received from Peer 3. (0.2 s)|ping-request 3",
                "> My first successor is now peer 12.|first-successor 12",
                "Peer 10 will depart from the network.|departs 10",
                "Peer 8 will depart from the network.|own-departure"
            })
    void isReadAs(String line, String expected) {
        assertThat(lines(line + "\n")).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Peer 5 is longer alive.",
                "Peer 5 is not longer alive.",
                "Peer 5 is no more alive.",
                "File 2012 is not here.",
                "My third successor is now peer 12.",
                "A ping message was received from Peer 3.",
                "Peer -5 is no longer alive.",
                "Peer 256 is no longer alive.",
                "Peer five is no longer alive.",
                "Peer\n5 is no longer alive.",
                "The file was sent.",
                "The fine is sent."
            })
    void isReadAsNothing(String line) {
        assertThat(lines(line + "\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A ping request message was received from Peer 5 10"
                        + "|unreadable A ping request message was received from Peer 5 10",
                "A ping request message was received from Peer 510."
                        + "|unreadable A ping request message was received from Peer 510",
                "A ping request message was received from Peer 5.10"
                        + "|unreadable A ping request message was received from Peer 5.",
                "My first successor is now peer None."
                        + "|unreadable My first successor is now peer",
                "A response message, destined for peer X, has been sent."
                        + "|unreadable A response message, destined for peer"
            })
    void isNotGuessed(String line, String expected) {
        assertThat(lines(line + "\n")).containsExactly(expected);
    }

    @Test
    void aNumberAtTheEndIsCompleteWhenAnotherByteHasComeOrNothingComes() {
        assertThat(read("A ping request message was received from Peer 1")).isEmpty();
        assertThat(read("5\n")).containsExactly("ping-request 15 ~ stop");

        assertThat(read("A ping request message was received from Peer 1")).isEmpty();
        assertThat(ReadingText.of(reader.quiet())).containsExactly("ping-request 1 ~ stop");
        assertThat(ReadingText.of(reader.quiet())).isEmpty();
        assertThat(read("A ping request message was received from Peer 12.\n"))
                .containsExactly("ping-request 12");
    }

    @Test
    void aPauseWithinASentenceDoesNotEndIt() {
        assertThat(read("A ping request mess")).isEmpty();
        assertThat(reader.quiet()).isEmpty();
        assertThat(read("age was received from Peer")).isEmpty();
        assertThat(reader.quiet()).isEmpty();
        assertThat(read(" 12.\n")).containsExactly("ping-request 12");
    }

    @Test
    void aSentenceStandsWhereItsSpanSays() {
        byte[] bytes =
                "\u001b[33mx: Peer 5 is no longer alive.\u001b[0m y\n"
                        .getBytes(StandardCharsets.UTF_8);
        List<Reading> readings = reader.read(bytes, 0, bytes.length);
        assertThat(readings).hasSize(2);
        Reading.Sentence sentence = (Reading.Sentence) readings.getFirst();
        Reading.Line line = (Reading.Line) readings.getLast();
        assertThat(line.text().substring(sentence.span().from(), sentence.span().to()))
                .isEqualTo("Peer 5 is no longer alive.");
    }

    /** 100 KiB without a line feed: nothing is lost where the line is cut. */
    @Test
    void aLineWithoutEndIsReadWhole() {
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            output.append("A ping request message was received from Peer ")
                    .append(i % 256)
                    .append('.');
        }
        assertThat(output.length()).isGreaterThan(100_000);
        List<String> readings = lines(output.toString());
        assertThat(readings).hasSize(2_500);
        assertThat(readings.get(2_499)).isEqualTo("ping-request 195");
    }

    @Test
    void bytesThatAreNoTextDoNoHarm() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[random.nextInt(4_000)];
            random.nextBytes(noise);
            reader.read(noise, 0, noise.length);
            reader.quiet();
            assertThat(read("\nPeer 5 is no longer alive.\n")).endsWith("dead 5");
        }
    }

    /** Sentences cut into each other at random are read the same in any pieces. */
    @Test
    void piecesNeverMakeADifference() {
        List<String> sentences =
                List.of(
                        "A ping request message was received from Peer 15",
                        "Peer 10 will depart from the network.",
                        "We now start sending the file .....",
                        "File 2012.pdf is stored here",
                        " 7 ",
                        "\n",
                        "\u0000\u0000",
                        "My first successor is now peer 4.");
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            StringBuilder output = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                String sentence = sentences.get(random.nextInt(sentences.size()));
                output.append(sentence, 0, 1 + random.nextInt(sentence.length()));
            }
            reader = reader();
            List<String> whole = lines(output.toString());
            reader = reader();
            List<String> inPieces = new ArrayList<>();
            for (int i = 0; i < output.length(); i++) {
                inPieces.addAll(read(output.substring(i, i + 1)));
            }
            inPieces.addAll(ReadingText.of(reader.end()));
            assertThat(inPieces).as(output.toString()).isEqualTo(whole);
        }
    }

    private List<String> lines(String output) {
        List<String> readings = new ArrayList<>(read(output));
        readings.addAll(ReadingText.of(reader.end()));
        return readings;
    }

    private List<String> read(String output) {
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        return ReadingText.of(reader.read(bytes, 0, bytes.length));
    }
}
