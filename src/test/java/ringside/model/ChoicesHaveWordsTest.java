package ringside.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.model.EventStory.id;
import static ringside.model.EventStory.ids;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.BesideOthers;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.FileEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.PeerEvent;
import ringside.status.TransferPurpose;

/**
 * Each choice that an event can carry has its own sentence; a missing one would stop the window.
 */
@BesideOthers
class ChoicesHaveWordsTest {

    private static final FileNumber NUMBER = new FileNumber("2012");

    static Stream<PeerEvent> events() {
        return Stream.of(
                        Stream.of(NeighboursCause.values())
                                .map(cause ->
                                        new NeighbourEvent.NeighboursChanged(
                                                ids(43, 104), ids(236, 201), cause)),
                        Stream.of(TransferPurpose.values())
                                .flatMap(ChoicesHaveWordsTest::transfers),
                        Stream.of(LookupPurpose.values()).flatMap(ChoicesHaveWordsTest::lookups))
                .flatMap(all -> all);
    }

    private static Stream<PeerEvent> transfers(TransferPurpose purpose) {
        return Stream.of(true, false)
                .map(sending ->
                        new FileEvent.TransferStarted(
                                1,
                                sending,
                                id(43),
                                FileName.parse("2012.pdf"),
                                1_000,
                                0,
                                400,
                                1,
                                0,
                                purpose));
    }

    private static Stream<PeerEvent> lookups(LookupPurpose purpose) {
        return Stream.of(
                new LookupEvent.LookupSent(1, purpose, NUMBER, id(43), 1),
                new LookupEvent.LookupSent(1, purpose, NUMBER, id(43), 2),
                new LookupEvent.LookupArrived(1, purpose, NUMBER, id(43), 2, true),
                new LookupEvent.LookupArrived(1, purpose, NUMBER, id(43), 2, false),
                new LookupEvent.LookupAnswered(1, purpose, NUMBER, id(43), true),
                new LookupEvent.LookupAnswered(1, purpose, NUMBER, id(43), false),
                new LookupEvent.LookupForwarded(1, NUMBER, id(43), 1, id(77), true, 1),
                new LookupEvent.LookupFailed(1, purpose, NUMBER, "nobody answered"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyChoiceHasASentence(PeerEvent event) {
        EventStory told = EventStory.ring(14, 43, 77, 104, 201, 236);
        Explanation explanation = Explanations.of(told.entry(14, event), told.state());
        assertThat(explanation.text()).isNotBlank().doesNotContain("{");
    }
}
