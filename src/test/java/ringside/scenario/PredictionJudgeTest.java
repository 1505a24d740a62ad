package ringside.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.scenario.PredictionJudge.Judgement;

/** How predictions are judged (SPEC 11.6). */
class PredictionJudgeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "16, because each pings two | 16                   | RIGHT",
                "16: each pings two         | I think sixteen? 16. | RIGHT",
                "16                         | '  16 pings '        | RIGHT",
                "16                         | 8 * 2 = 16           | RIGHT",
                "16                         | 8                    | NOT_QUITE",
                "16                         | 160                  | NOT_QUITE",
                "16                         | 16.5                 | NOT_QUITE",
                "16                         | many                 | NOT_QUITE",
                "16                         | 8 or 16              | UNJUDGED",
                "16                         | not 16               | UNJUDGED",
                "236                        | Peer 236             | RIGHT",
                "peer 236                   | 236                  | RIGHT",
                "4: 104, 139, 168, 236      | four                 | RIGHT",
                "4 hops                     | 4                    | RIGHT",
                "77 and 104, because of x   | 104,77               | RIGHT",
                "77 and 104                 | 77 & 104             | RIGHT",
                "77 and 104                 | 77                   | NOT_QUITE",
                "77 and 104                 | 104 and 168          | NOT_QUITE",
                "77 and 104                 | 77, 104 and 168      | UNJUDGED",
                "about 28 s, because of y   | 28 s                 | RIGHT",
                "about 28 s                 | 35                   | RIGHT",
                "about 28 s                 | about half a minute: 30 seconds | RIGHT",
                "about 28 s                 | 0.5 min              | RIGHT",
                "about 28 s                 | 28 ms                | NOT_QUITE",
                "about 28 s                 | 36 s                 | NOT_QUITE",
                "28 s                       | 29 s                 | NOT_QUITE",
                "28 s                       | 28000 ms             | RIGHT",
                "No: 14 kept a copy         | no                   | RIGHT",
                "No                         | 'No, 14 has it'      | RIGHT",
                "No                         | No idea              | UNJUDGED",
                "No                         | yes                  | NOT_QUITE",
                "The next one               | next  ONE            | RIGHT",
                "its two neighbours soon close the gap | they close it | UNJUDGED",
                "236, the first at or after | 236                  | UNJUDGED",
                "16                         | ''                   | UNJUDGED",
            })
    void aTypedTextIsComparedByWhatItSays(String answer, String said, Judgement judgement) {
        assertThat(PredictionJudge.judge(said, new ScenarioLine.Ask("Which?", answer)))
                .isEqualTo(judgement);
    }

    @Test
    void aChoiceIsRightOrNot() {
        ScenarioLine.Ask ask =
                new ScenarioLine.Ask(
                        "How?",
                        "from its list of four: 14 is the third",
                        List.of("it asks 139", "From its list of four", "not at all"));
        assertThat(PredictionJudge.judge("From its list of four", ask)).isEqualTo(Judgement.RIGHT);
        assertThat(PredictionJudge.judge("it asks 139", ask)).isEqualTo(Judgement.NOT_QUITE);
        assertThat(PredictionJudge.judge("not at all", ask)).isEqualTo(Judgement.NOT_QUITE);
    }
}
