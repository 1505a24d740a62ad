package ringside.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.ring.PeerId;

/** A typing mistake yields one sentence that says what is wrong or shows the correct form. */
class CommandParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ""               | type a command: add, quit, kill, pause, resume, restart, request, store, set, drop, cut, mend or capture
                    fly 5            | 'fly' is no command here: use add, quit, kill, pause, resume, restart, request, store, set, drop, cut, mend or capture
                    kill             | say which peer, for example 5
                    kill five        | 'five' is no peer id (0 to 255)
                    kill 256         | a peer id is 0 to 255, not 256
                    request 2012     | write it like this: request 2012 from 43
                    request 12 at 43 | '12' is no file number: it has exactly four digits, such as 2012
                    store a.pdf      | write it like this: store report.pdf as 2012 at 43
                    drop 5           | write it like this: drop segment at 236 or drop ack at 77
                    drop it at 5     | write it like this: drop segment or drop ack
                    cut 104          | write it like this: cut 104 139
                    cut 104 104      | a link has two ends, such as 104 139
                    mend 104         | write it like this: mend 104 139
                    add on lab07     | 'on' is no peer id (0 to 255)
                    add 57 on a/b    | a host's name is 1 to 32 letters, digits, '-', '_' or '.', not 'a/b'
                    cut host         | write it like this: cut 104 139
                    cut host a:b     | a host's name is 1 to 32 letters, digits, '-', '_' or '.', not 'a:b'
                    mend host 0123456789012345678901234567890123 | a host's name is 1 to 32 letters, digits, '-', '_' or '.', not '0123456789012345678901234567890123'
                    set loss         | write it like this: set loss 0.2, set ping 500ms or set window 32
                    set colour red   | write it like this: set loss 0.2, set ping 500ms or set window 32
                    set shortcuts 1  | write it like this: set shortcuts on or set shortcuts off
                    set segments up  | write it like this: set segments on or set segments off
                    capture          | write it like this: capture on or capture off
                    capture some     | write it like this: capture on or capture off
                    capture on at 256 | a peer id is 0 to 255, not 256
                    set window wide  | 'wide' is no whole number
                    set loss much    | 'much' is no number
                    set ping soon    | 'soon' is no length of time: write it like 500ms, 1s or 2min
                    set ping 1ms     | a ping interval is 20 ms to 10 min, not 1 ms
                    set ping 11min   | a ping interval is 20 ms to 10 min, not 660000 ms
                    set misses 101   | the misses before a death are 1 to 100, not 101
                    set window 257   | a window is 1 to 256 segments, not 257
                    set loss 1.5     | loss is a probability from 0 to 1, not 1.5
                    """)
    void aWrongCommandIsAnsweredWithASentence(String typed, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandParser.parse(typed))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add 57 58 on lab07", "cut host a", "mend host host", "cut 1 2"})
    void aCommandIsTheSameWhenItIsWrittenAgain(String typed) {
        assertThat(CommandText.of(CommandParser.parse(typed))).isEqualTo(typed);
    }

    @Test
    void peersAreAddedOnAHostAndAHostIsCutOff() {
        assertThat(CommandParser.parse("Add 57,58 On lab-07.example_net"))
                .isEqualTo(
                        new Command.AddOn(
                                List.of(new PeerId(57), new PeerId(58)), "lab-07.example_net"));
        assertThat(CommandParser.parse("cut HOST lab07")).isEqualTo(new Command.CutHost("lab07"));
        assertThat(CommandParser.parse("mend host lab07")).isEqualTo(new Command.MendHost("lab07"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ""               | type a command: request, store, set, drop, cut, mend, capture or quit
                    kill 5           | 'kill' is no command here: use request, store, set, drop, cut, mend, capture or quit
                    request          | write it like this: request 2012
                    store a.pdf      | write it like this: store report.pdf as 2012
                    drop             | write it like this: drop segment
                    cut              | write it like this: cut 139
                    mend             | write it like this: mend 139
                    """)
    void aWrongCommandAtAPeersTerminalIsAnsweredWithASentence(String typed, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandParser.parseAtPeer(typed))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | 3 | 400   | a successor list holds 2 to 20 peers, not 1
                    4 | 0 | 400   | a file is held by 1 to 21 peers, not 0
                    4 | 6 | 400   | copies go to the successors in the list: 6 holders need a list of 5 or more
                    4 | 3 | 65001 | MSS is 1 to 65000 bytes, not 65001
                    """)
    void impossibleSettingsAreAnsweredWithASentence(
            int successors, int copies, int mss, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PeerSettings(1_000, 4, successors, copies, mss, 1, 0.1, false))
                .withMessage(sentence);
    }
}
