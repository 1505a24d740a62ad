package ringside.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.rules.CommandTemplate.Hole;
import ringside.text.InvalidInputException;

/** Command lines with holes (PROGRAMS 1.1). */
class CommandTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            quoteCharacter = '~',
            value = {
                "python3 cdht.py {id}%python3|cdht.py|7",
                "  java   -cp 'my classes' cdht  %java|-cp|my classes|cdht",
                "sh -c 'echo \"$1\"; exec x'%sh|-c|echo \"$1\"; exec x",
                "a\\ b \"c\\\"d\\e\" '' x'y'\"z\"%a b|c\"d\\e||xyz",
                "--port={port} {folder}/x%--port=50007|/tmp/a b$1/x"
            })
    void isSplitAndFilled(String line, String words) {
        assertThat(
                        CommandTemplate.parse(line)
                                .fill(
                                        Map.of(
                                                Hole.ID,
                                                7,
                                                Hole.PORT,
                                                50_007,
                                                Hole.FOLDER,
                                                "/tmp/a b$1")))
                .isEqualTo(List.of(words.split("\\|", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '%',
            quoteCharacter = '~',
            value = {
                "python3 cdht.py {peer}%There is no hole {peer}",
                "python3 {}%There is no hole {}",
                "python3 'cdht.py%A quote is open in: python3 'cdht.py",
                "python3 \"cdht.py\\\"%A quote is open in: python3",
                "' %A quote is open",
                "~ ~%There is no command."
            })
    void isWrong(String line, String reason) {
        assertThatThrownBy(() -> CommandTemplate.parse(line))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void aHoleWithoutAValueIsTold() {
        assertThatThrownBy(() -> CommandTemplate.parse("x {known}").fill(Map.of()))
                .hasMessage("{known} has no value here.");
    }
}
