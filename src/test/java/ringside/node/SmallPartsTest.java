package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.peer.Effect;
import ringside.peer.Effect.LogBook;

/** Log lines and terminal output. */
class SmallPartsTest {

    /** SPEC 4.6: tab-separated, seconds with two decimals. */
    @ParameterizedTest
    @CsvSource({"0,0.00", "4999,0.00", "5000,0.01", "1230000,1.23", "61999999,62.00"})
    void logLinesAreTabSeparatedWithHundredthsOfASecond(long atMicros, String seconds) {
        LogRows rows = new LogRows();
        rows.add(atMicros, new Effect.Log(LogBook.RESPONDING, "RTX/Drop", 401, 400, 0));
        assertThat(rows.text())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("RTX/Drop\t" + seconds + "\t401\t400\t0\n");
    }

    @Test
    void textFromTheNetworkCannotControlTheTerminal() {
        assertThat(Terminal.plain("a reason\u001b[2J\nwith\ttricks"))
                .isEqualTo("a reason [2J with tricks");
        assertThat(Terminal.plain("plain")).isEqualTo("plain");
    }
}
