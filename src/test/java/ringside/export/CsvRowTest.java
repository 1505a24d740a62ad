package ringside.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTest {

    private static String written(CsvRow row) throws IOException {
        StringBuilder out = new StringBuilder();
        row.writeTo(out);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "plain", "a,b", "\"", "say \"this\"", "two\r\nlines", "a\nb", "a\rb", ",",
                "\"\"", "é \u2028 \ud83d\ude00", "ends with \""
            })
    void whateverIsWrittenCanBeReadAgain(String text) throws IOException {
        String row = written(new CsvRow().text(text).text("next"));
        assertThat(CsvReading.rows(row)).containsExactly(List.of(text, "next"));
    }

    @Test
    void quotesAreDoubledAndRowsEndWithCarriageReturnAndLineFeed() throws IOException {
        assertThat(written(new CsvRow().text("a \"b\"").text("c").empty()))
                .isEqualTo("\"a \"\"b\"\"\",c,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=\"a\",b"})
    void whatASpreadsheetWouldTakeForAFormulaIsMadeText(String text) throws IOException {
        assertThat(CsvReading.rows(written(new CsvRow().text(text))))
                .containsExactly(List.of("'" + text));
    }

    @Test
    void numbersAreNotMadeTextAndHaveAPoint() throws IOException {
        assertThat(written(new CsvRow().number(-5).number(-0.25, 3).number(1e-7, 6)))
                .isEqualTo("-5,-0.250,0.000000\r\n");
    }
}
