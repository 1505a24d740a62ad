package ringside.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.status.DatagramFormat;

/** PROGRAMS 3.4: what datagrams of other programs look like. */
class FormatGuessTest {

    @ParameterizedTest
    @CsvSource({
        "800495, PICKLE",
        "80024b012e, PICKLE",
        "8006, UNKNOWN",
        "80, UNKNOWN",
        "aced00057372, JAVA_SERIALIZATION",
        "aced0004, UNKNOWN",
        "'', UNKNOWN",
        "00, UNKNOWN",
        "0001000a, UNKNOWN",
        "50494e47, TEXT",
        "50494e470000, TEXT",
        "50490047, UNKNOWN",
        "c3a9, TEXT",
        "c3, UNKNOWN",
        "7b7d, JSON",
        "205b315d0a, JSON",
        "7b22, TEXT"
    })
    void aFormatIsKnownByItsBytes(String hex, DatagramFormat expected) {
        assertThat(FormatGuess.of(ByteBuffer.wrap(HexFormat.of().parseHex(hex))))
                .isEqualTo(expected);
    }

    @Test
    void aLongOneIsJudgedByItsBeginning() {
        byte[] text = ("{" + "\u00e9".repeat(4_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(FormatGuess.of(ByteBuffer.wrap(text))).isEqualTo(DatagramFormat.JSON);
    }

    @Test
    void theBufferIsLeftAsItIs() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {9, 9, 'a', 'b', 9}).position(2).limit(4);
        assertThat(FormatGuess.of(bytes)).isEqualTo(DatagramFormat.TEXT);
        assertThat(bytes.position()).isEqualTo(2);
        assertThat(bytes.limit()).isEqualTo(4);
    }
}
