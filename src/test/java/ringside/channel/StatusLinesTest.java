package ringside.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.BesideOthers;
import ringside.ring.FileNumber;
import ringside.status.ChannelCommand;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.status.SuccessorRole;

/** The vocabulary as JSON lines (SPEC 9.1). */
@BesideOthers
class StatusLinesTest {

    private static final long AT = 1_700_000_000_123_456L;
    private static final List<StatusEvent> EVENTS = VocabularyCases.EVENTS;
    private static final List<ChannelCommand> COMMANDS = VocabularyCases.COMMANDS;

    @ParameterizedTest
    @FieldSource("EVENTS")
    void everyEventReadsBackAsItWasWritten(StatusEvent event) throws Exception {
        StatusEntry entry = new StatusEntry(AT, VocabularyCases.PEER, event);
        String line = StatusLines.write(entry);
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(StatusLines.readEntry(line)).isEqualTo(entry);
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void everyCommandReadsBackAsItWasWritten(ChannelCommand command) throws Exception {
        String line = StatusLines.write(command);
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(StatusLines.readCommand(line)).isEqualTo(command);
    }

    @Test
    void theCasesCoverEveryRecordOfTheVocabulary() {
        assertThat(classesOf(EVENTS)).isEqualTo(recordsOf(StatusEvent.class));
        assertThat(classesOf(COMMANDS)).isEqualTo(recordsOf(ChannelCommand.class));
    }

    /** PROGRAMS 3.4: a program may not know how long a reply took. */
    @Test
    void aRoundTripThatIsNotKnownIsLeftOut() throws Exception {
        StatusEntry entry =
                new StatusEntry(
                        5,
                        VocabularyCases.PEER,
                        NeighbourEvent.PingAnswered.afterUnknownTime(VocabularyCases.PEER, 7));
        String line =
                "{\"at\":5,\"peer\":43,\"event\":\"pingAnswered\",\"target\":43,\"sequence\":7}";
        assertThat(StatusLines.write(entry)).isEqualTo(line);
        assertThat(StatusLines.readEntry(line)).isEqualTo(entry);
        assertThatThrownBy(() ->
                        StatusLines.readEntry(line.replace("7}", "7,\"roundTripMicros\":null}")))
                .isInstanceOf(MalformedLineException.class)
                .hasMessageContaining("'roundTripMicros' is not an integer of 64 bits");
    }

    @Test
    void fieldsAreWrittenInAStableOrder() {
        PeerEvent event = new NeighbourEvent.PingSent(VocabularyCases.PEER, 7, SuccessorRole.FIRST);
        assertThat(StatusLines.write(new StatusEntry(5, VocabularyCases.PEER, event)))
                .isEqualTo(
                        "{\"at\":5,\"peer\":43,\"event\":\"pingSent\",\"target\":43,\"sequence\":7,"
                                + "\"role\":\"first\"}");
        assertThat(StatusLines.write(new PeerCommand.Request(new FileNumber("2012"))))
                .isEqualTo("{\"command\":\"request\",\"number\":\"2012\"}");
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void aTruncatedLineIsRefused(StatusEvent event) {
        String line = StatusLines.write(new StatusEntry(AT, VocabularyCases.PEER, event));
        for (int length = 0; length < line.length(); length++) {
            String cut = line.substring(0, length);
            assertThatThrownBy(() -> StatusLines.readEntry(cut))
                    .as(cut)
                    .isInstanceOf(MalformedLineException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"command\":null}",
                "{\"command\":7}",
                "{\"command\":\"dance\"}",
                "{\"command\":\"Quit\"}",
                "{\"command\":\"quit\"} {}",
                "{\"command\":\"quit\"}x",
                "{\"command\":\"quit\",\"more\":1}",
                "{\"command\":\"quit\",\"command\":\"quit\"}",
                "{command:\"quit\"}",
                "{'command':'quit'}",
                "{\"command\":\"request\"}",
                "{\"command\":\"request\",\"number\":null}",
                "{\"command\":\"request\",\"number\":2012}",
                "{\"command\":\"request\",\"number\":\"20123\"}",
                "{\"command\":\"request\",\"number\":[\"2012\"]}",
                "{\"command\":\"setLoss\",\"loss\":\"0.1\"}",
                "{\"command\":\"setLoss\",\"loss\":1.5}",
                "{\"command\":\"setLoss\",\"loss\":NaN}",
                "{\"command\":\"setPingInterval\",\"pingIntervalMs\":1e400}",
                "{\"command\":\"setPingInterval\",\"pingIntervalMs\":99.5}",
                "{\"command\":\"setPingInterval\",\"pingIntervalMs\":0}",
                "{\"command\":\"reportSegments\",\"on\":\"true\"}",
                "{\"command\":\"reportSegments\",\"on\":1}",
            })
    void aWrongCommandIsRefused(String line) {
        assertThatThrownBy(() -> StatusLines.readCommand(line))
                .isInstanceOf(MalformedLineException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"peer\":43,\"event\":\"running\"}",
                "{\"at\":1,\"event\":\"running\"}",
                "{\"at\":1,\"peer\":256,\"event\":\"running\"}",
                "{\"at\":1,\"peer\":-1,\"event\":\"running\"}",
                "{\"at\":1,\"peer\":\"43\",\"event\":\"running\"}",
                "{\"at\":\"1\",\"peer\":43,\"event\":\"running\"}",
                "{\"at\":1,\"peer\":43,\"event\":\"pingSent\",\"target\":1,\"sequence\":0,"
                        + "\"role\":\"third\"}",
                "{\"at\":1,\"peer\":43,\"event\":\"filesHeld\",\"files\":{}}",
                "{\"at\":1,\"peer\":43,\"event\":\"filesHeld\",\"files\":[7]}",
                "{\"at\":1,\"peer\":43,\"event\":\"filesHeld\",\"files\":[null]}",
                "{\"at\":1,\"peer\":43,\"event\":\"filesHeld\",\"files\":"
                        + "[{\"name\":\"../x\",\"bytes\":1,\"owned\":true}]}",
                "{\"at\":1,\"peer\":{\"value\":43},\"event\":\"running\"}",
                "{\"at\":1,\"peer\":43,\"event\":\"transferStarted\",\"transferId\":7,"
                        + "\"sending\":true,\"other\":1,\"file\":\"2012.pdf\",\"bytes\":1,"
                        + "\"mss\":1,\"loss\":1e400,\"purpose\":\"request\"}",
            })
    void aWrongEventIsRefused(String line) {
        assertThatThrownBy(() -> StatusLines.readEntry(line))
                .isInstanceOf(MalformedLineException.class);
    }

    @Test
    void deepNestingIsRefusedAndHarmless() {
        String line = "{\"command\":" + "[".repeat(500_000);
        assertThatThrownBy(() -> StatusLines.readCommand(line))
                .isInstanceOf(MalformedLineException.class);
    }

    private static Set<Class<?>> classesOf(List<?> cases) {
        return cases.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> recordsOf(Class<?> type) {
        return type.isRecord()
                ? Set.of(type)
                : Stream.of(type.getPermittedSubclasses())
                        .flatMap(permitted -> recordsOf(permitted).stream())
                        .collect(Collectors.toSet());
    }
}
