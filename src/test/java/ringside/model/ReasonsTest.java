package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.BesideOthers;
import ringside.channel.VocabularyCases;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.NeighbourEvent;
import ringside.status.ProcessEvent;
import ringside.status.SegmentStep;
import ringside.status.StatusEvent;
import ringside.status.TransferPurpose;

@BesideOthers
class ReasonsTest {

    private static final FileNumber NUMBER = new FileNumber("2012");

    private final EventStory ring = EventStory.ring(14, 43, 77, 104, 201, 236);

    private Reason reason(int peer, StatusEvent event) {
        return Reasons.of(ring.entry(peer, event), ring.state());
    }

    static Stream<StatusEvent> everyKind() {
        return Stream.of(
                        VocabularyCases.EVENTS.stream(),
                        ChoicesHaveWordsTest.events(),
                        Arrays.stream(SegmentStep.values())
                                .map(step ->
                                        new FileEvent.SegmentTraced(
                                                7, step, id(43), 401, 400, 801)))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindOfEventHasAReason(StatusEvent event) {
        assertThat(reason(14, event).why()).isNotBlank().endsWith(".").doesNotContain("{", "}");
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindOfEventHasAReasonInAWindowedTransfer(StatusEvent event) {
        ring.that(
                14,
                new FileEvent.TransferStarted(
                        7,
                        true,
                        id(43),
                        FileName.parse("2012.pdf"),
                        900,
                        0,
                        400,
                        8,
                        0.1,
                        TransferPurpose.REQUEST));
        assertThat(reason(14, event).why()).isNotBlank().endsWith(".").doesNotContain("{", "}");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasATitleAndAText(Rule rule) {
        assertThat(rule.title()).isNotBlank();
        assertThat(rule.text()).endsWith(".").doesNotContain("{");
        assertThat(rule.section()).matches("[0-9]+\\.[0-9]+");
    }

    @Test
    void reasonsUseTheNumbersOfTheRing() {
        assertThat(
                        reason(
                                201,
                                new LookupEvent.LookupForwarded(
                                        1, NUMBER, id(43), 4, id(236), true, 0)))
                .isEqualTo(
                        new Reason(
                                "2012 mod 256 = 220 is outside (104, 201] but not behind 236, so"
                                        + " 236 is its owner: the message is marked as meant for"
                                        + " it.",
                                Rule.LOOKUP));
        assertThat(reason(236, new ProcessEvent.ProcessKilled()).why())
                .isEqualTo(
                        "A killed process sends no goodbye, so 236 is missed only by the silence:"
                                + " after 4 pings, one each 1.0 s, and the wait for the last reply:"
                                + " 4.5 s at most.");
        assertThat(reason(14, new NeighbourEvent.PingMissed(id(43), 9, 2, 4)).why())
                .isEqualTo(
                        "The reply to ping 9 was awaited for 0.5 s; 4 misses in a row mean that 43"
                                + " is dead.");
    }
}
