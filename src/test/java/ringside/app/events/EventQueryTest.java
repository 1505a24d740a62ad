package ringside.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.model.EventKind;
import ringside.model.EventTraits;
import ringside.model.Explanation;
import ringside.model.Severity;
import ringside.ring.PeerId;

/** The language of the filter of the events (WINDOW 6.4). */
class EventQueryTest {

    private static final EventRow COPY =
            of(EventKind.TRANSFERS, "236 sends file 2012 to 14, to keep a Copy: 20 KB.", 236, 14);

    private static EventRow of(EventKind kind, String text, int... peers) {
        List<PeerId> concerned = Arrays.stream(peers).mapToObj(PeerId::new).toList();
        Explanation told =
                new Explanation(1, concerned.getFirst(), kind, Severity.PLAIN, text, concerned);
        return EventRow.of(1, told, EventTraits.NOTABLE, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  , ",
                "236",
                "14,236",
                "peer:14",
                "PEER:14",
                "peer:43,14",
                "peer:014",
                "kind:transfers",
                "kind:tr",
                "kind:pings,transfers",
                "file:2012",
                "2012",
                "copy",
                "\"keep a copy\"",
                "\"keep a",
                "-\"keep no copy\"",
                "-43",
                "-kind:pings",
                "\"copy:\"",
                "by:ring",
                "by:r,you",
                "-by:you",
                "peer:14 kind:tr -ping \"to keep\" sends"
            })
    void allTermsHoldForTheEvent(String typed) {
        EventQuery query = EventQuery.of(typed);
        assertThat(query.problem()).isEmpty();
        assertThat(query.holds(COPY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20",
                "peer:43",
                "-peer:14",
                "-peer:43,14",
                "kind:pings",
                "-kind:transfers",
                "file:0012",
                "-copy",
                "\"copy keep\"",
                "peer:14 kind:tr ping",
                "by:you",
                "-by:ring",
                "12:30"
            })
    void oneTermDoesNotHoldForTheEvent(String typed) {
        EventQuery query = EventQuery.of(typed);
        assertThat(query.problem()).isEmpty();
        assertThat(query.holds(COPY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pear:14 | 'pear:' is no part of a filter; peer:, kind:, file: and by: are.",
                "300 | '300' is no peer: ids go from 0 to 255",
                "peer:x | 'x' is no peer",
                "-peer: | Which peer?",
                "kind: | Which kind? There are membership, pings,",
                "kind:pings,copies | 'copies' is no kind. There are membership,",
                "file:20 | Which file? A number of four digits",
                "by:me | 'me' is behind no event: by:you",
                "by: | By whom? by:you",
                "- | A word must follow the minus",
                "kind:x peer:y | 'x' is no kind"
            })
    void aWrongTermIsSaidInWordsAndFiltersNothing(String typed, String said) {
        EventQuery query = EventQuery.of(typed);
        assertThat(query.problem().orElseThrow()).contains(said);
        assertThat(query.terms()).isEmpty();
    }

    @Test
    void theRightTermsBesideAWrongOneHold() {
        assertThat(EventQuery.of("kind:x copy").holds(COPY)).isTrue();
        assertThat(EventQuery.of("kind:x ping").holds(COPY)).isFalse();
    }

    @Test
    void whatIsLookedForIsHighlightedAndWhatIsNotWantedIsNot() {
        assertThat(EventQuery.of("peer:14 kind:tr Sends -ping \"a copy\" file:2012").highlights())
                .containsExactly("14", "sends", "a copy", "2012");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "p|peer:",
                "copy -ki|copy -kind:",
                "kind:p|kind:pings ",
                "kind:pings,tr|kind:pings,transfers ",
                "by:|by:you ,by:ring ",
                "peer:1|peer:14 ,peer:104 ",
                "peer:14,10|peer:14,104 ",
                "file:20|",
                "copy|",
                "copy |",
                "\"not ki|"
            })
    void theLastTermIsCompleted(String typed, String completed) {
        List<PeerId> peers = List.of(new PeerId(14), new PeerId(43), new PeerId(104));
        assertThat(String.join(",", EventCompletion.of(typed, peers)))
                .isEqualTo(completed == null ? "" : completed);
    }
}
