package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario files in the encodings that editors use. */
class ScenarioFileTest {

    private static final String TEXT = "peers 14 43\nsay Gr\u00fc\u00dfe\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "X-UTF-16LE-BOM"})
    void aByteOrderMarkIsNotPartOfTheFirstLine(String charset) throws Exception {
        String mark = charset.equals("UTF-8") ? "\ufeff" : "";
        byte[] bytes = (mark + TEXT).getBytes(Charset.forName(charset));

        assertThat(ScenarioFile.decode("a.txt", bytes)).isEqualTo(TEXT);
        assertThat(ScenarioParser.parse("a.txt", "\ufeff" + TEXT).steps()).hasSize(2);
    }

    @Test
    void theLineOfAnInvalidByteIsReported() {
        byte[] latin1 = TEXT.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ScenarioFile.decode("a.txt", latin1))
                .isInstanceOf(ScenarioSyntaxException.class)
                .hasMessage("a.txt:2: a byte here is no UTF-8 text: save the file as UTF-8");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws Exception {
        Path large = folder.resolve("large.txt");
        Files.write(large, new byte[(int) ScenarioFile.MOST_BYTES + 1]);
        assertThatThrownBy(() -> ScenarioFile.read(large))
                .hasMessageContaining("too large for a scenario: it has 1048577 bytes");
    }
}
