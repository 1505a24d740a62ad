package ringside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

/** The stories of the assignment's examples, word for word (SPEC 3.3, 5.2, 6.1). */
class StoriesTest {

    private static final List<PeerId> RING = peers(1, 3, 4, 5, 8, 10, 12, 15);

    private static Rules rules;

    @BeforeAll
    static void readTheRules() throws Exception {
        rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
    }

    @Test
    void aRequestGoesRoundTheRing() {
        assertThat(textOf(Stories.ofRequest(RING, id(8), new FileNumber("2012"))))
                .containsExactly(
                        "8: File request message for 2012 has been sent to my successor.",
                        "10: File 2012 is not stored here.",
                        "10: File request message has been forwarded to my successor.",
                        "12: File 2012 is not stored here.",
                        "12: File request message has been forwarded to my successor.",
                        "15: File 2012 is not stored here.",
                        "15: File request message has been forwarded to my successor.",
                        "1: File 2012 is here.",
                        "1: A response message, destined for peer 8, has been sent.",
                        "8: Received a response message from peer 1, which has the file 2012.",
                        "1: We now start sending the file .........",
                        "8: We now start receiving the file .........",
                        "1: The file is sent.",
                        "8: The file is received.");
    }

    @Test
    void theOwnerOfAFileNeedsNobody() {
        assertThat(Stories.ofRequest(RING, id(1), new FileNumber("2012"))).isEmpty();
    }

    @Test
    void bothPredecessorsOfALeaverNameBothSuccessors() {
        assertThat(textOf(Stories.ofQuit(RING, id(10))))
                .containsExactly(
                        "8: Peer 10 will depart from the network.",
                        "8: My first successor is now peer 12.",
                        "8: My second successor is now peer 15.",
                        "5: Peer 10 will depart from the network.",
                        "5: My first successor is now peer 8.",
                        "5: My second successor is now peer 12.");
    }

    @Test
    void bothPredecessorsOfAKilledPeerNameBothSuccessors() {
        assertThat(textOf(Stories.ofKill(peers(1, 3, 4, 5, 8, 12, 15), id(5))))
                .containsExactly(
                        "4: Peer 5 is no longer alive.",
                        "4: My first successor is now peer 8.",
                        "4: My second successor is now peer 12.",
                        "3: Peer 5 is no longer alive.",
                        "3: My first successor is now peer 4.",
                        "3: My second successor is now peer 8.");
    }

    @Test
    void predecessorsAreFoundAcrossTheEndOfTheCircle() {
        assertThat(textOf(Stories.ofKill(RING, id(1))))
                .containsExactly(
                        "15: Peer 1 is no longer alive.",
                        "15: My first successor is now peer 3.",
                        "15: My second successor is now peer 4.",
                        "12: Peer 1 is no longer alive.",
                        "12: My first successor is now peer 15.",
                        "12: My second successor is now peer 3.");
    }

    @Test
    void everyPeerIsPingedAndAnsweredTwice() {
        List<String> story = textOf(Stories.ofStart(RING));
        assertThat(story).hasSize(8 * 4).doesNotHaveDuplicates();
        assertThat(story)
                .filteredOn(line -> line.startsWith("1: "))
                .containsExactly(
                        "1: A ping request message was received from Peer 15.",
                        "1: A ping request message was received from Peer 12.",
                        "1: A ping response message was received from Peer 3.",
                        "1: A ping response message was received from Peer 4.");
    }

    private static List<String> textOf(List<ExpectedSentence> story) {
        return story.stream().map(StoriesTest::textOf).toList();
    }

    private static String textOf(ExpectedSentence expected) {
        return expected.speaker()
                + ": "
                + expected.wordsIn(rules.sentence(expected.kind()).orElseThrow().pattern());
    }

    private static List<PeerId> peers(int... ids) {
        return Arrays.stream(ids).mapToObj(PeerId::new).toList();
    }

    private static PeerId id(int value) {
        return new PeerId(value);
    }
}
