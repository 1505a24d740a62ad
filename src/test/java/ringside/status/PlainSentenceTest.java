package ringside.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.ring.FileNumber;

/** A reason stands after a full stop in the window, and is a sentence there. */
class PlainSentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    peer 5 has gone            | Peer 5 has gone.
                    nobody answered            | Nobody answered.
                    I own it, and it is gone   | I own it, and it is gone.
                    There is no file x.        | There is no file x.
                    es gibt keine Datei x      | Es gibt keine Datei x.
                    übrig ist nichts           | Übrig ist nichts.
                    a/b.txt is a folder        | a/b.txt is a folder.
                    report.pdf is in the way   | report.pdf is in the way.
                    /home/x is a folder        | /home/x is a folder.
                    ""                         | ""
                    """)
    void aReasonHasACapitalAndAFullStop(String reason, String sentence) {
        assertThat(new LifeEvent.ActionFailed("request 2012", reason).reason()).isEqualTo(sentence);
    }

    @Test
    void lookupsAndTransfersFailWithASentence() {
        FileNumber number = new FileNumber("2012");
        assertThat(
                        new LookupEvent.LookupFailed(1, LookupPurpose.REQUEST, number, "nobody")
                                .reason())
                .isEqualTo("Nobody.");
        assertThat(new FileEvent.TransferFailed(1, true, "peer 5 has left").reason())
                .isEqualTo("Peer 5 has left.");
    }
}
