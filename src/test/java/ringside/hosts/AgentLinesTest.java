package ringside.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.BesideOthers;
import ringside.channel.MalformedLineException;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;
import ringside.status.PlantedFault;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.PeerStart;

@BesideOthers
class AgentLinesTest {

    private static final PeerId PEER = new PeerId(5);

    static List<AgentCommand> commands() {
        return List.of(
                new AgentCommand.Begin(1, "10.0.0.1", 50_000, PeerSettings.DEFAULTS, "ab"),
                new AgentCommand.Start(
                        PEER,
                        new PeerStart.WithNeighbours(new PeerId(8), new PeerId(9)),
                        null,
                        List.of(new AgentCommand.Located("10.0.0.2", List.of(new PeerId(8)))),
                        64),
                new AgentCommand.Start(
                        PEER,
                        new PeerStart.Joining(new PeerId(8)),
                        PlantedFault.values()[0],
                        List.of(),
                        1),
                new AgentCommand.RingFull(),
                new AgentCommand.FewerIds(3),
                new AgentCommand.Kill(PEER),
                new AgentCommand.Pause(PEER),
                new AgentCommand.Resume(PEER),
                new AgentCommand.Tell(PEER, new PeerCommand.Request(new FileNumber("2012"))),
                new AgentCommand.TellAll(new ChannelCommand.Locate("10.0.0.2", List.of(PEER))),
                new AgentCommand.Tell(PEER, new ChannelCommand.KeepToHost(true)),
                new AgentCommand.FilePiece("1-2012.pdf", "AAEC"),
                new AgentCommand.StorePieces(PEER, "1-2012.pdf", new FileNumber("2012")),
                new AgentCommand.Fetch(3, PEER, "/home/ada/peer-5/received/2012.pdf"),
                new AgentCommand.ReadClock(1_700_000_000_000_000L));
    }

    static List<AgentReport> reports() {
        return List.of(
                new AgentReport.Joins("ada", "10.0.0.7", 3),
                new AgentReport.Ready(1, 4_711),
                new AgentReport.NotStarted(PEER, "It was not."),
                new AgentReport.ClockRead(1, 2, 3),
                new AgentReport.FetchedPiece(3, "AAEC"),
                new AgentReport.Fetched(3, null),
                new AgentReport.Fetched(3, "There is no such file."),
                new AgentReport.Happened(new StatusEntry(7, PEER, new LifeEvent.Running())),
                new AgentReport.Happened(
                        new StatusEntry(7, PEER, new ProcessEvent.ProcessStarted(4_711, 50_005))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsReadAsItWasWritten(AgentCommand command) throws Exception {
        assertThat(AgentLines.readCommand(AgentLines.write(command))).isEqualTo(command);
    }

    /** No field of theirs may have the name of one of the line that carries them. */
    @ParameterizedTest
    @FieldSource("ringside.channel.VocabularyCases#COMMANDS")
    void everyCommandOfThePeersCanBePassedOn(ChannelCommand command) throws Exception {
        aCommandIsReadAsItWasWritten(new AgentCommand.Tell(PEER, command));
        aCommandIsReadAsItWasWritten(new AgentCommand.TellAll(command));
    }

    /** As that of commands. */
    @ParameterizedTest
    @FieldSource("ringside.channel.VocabularyCases#EVENTS")
    void everyEventCanBePassedOn(StatusEvent event) throws Exception {
        aReportIsReadAsItWasWritten(new AgentReport.Happened(new StatusEntry(7, PEER, event)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportIsReadAsItWasWritten(AgentReport report) throws Exception {
        assertThat(AgentLines.readReport(AgentLines.write(report))).isEqualTo(report);
    }

    @Test
    void theKeyIsInNoTextOfTheFirstLine() {
        AgentCommand begin =
                new AgentCommand.Begin(1, "10.0.0.1", 50_000, PeerSettings.DEFAULTS, "secret");
        assertThat(begin.toString()).startsWith("Begin[1, 10.0.0.1").doesNotContain("secret");
    }

    @Test
    void theFormIsThatOfTheSpecification() {
        assertThat(AgentLines.write(new AgentCommand.Kill(PEER)))
                .isEqualTo("{\"agent\":\"kill\",\"peer\":5}");
        assertThat(AgentLines.write(new AgentReport.Ready(1, 4_711)))
                .isEqualTo("{\"says\":\"ready\",\"version\":1,\"processId\":4711}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "hello",
                "{\"says\":\"ready\"}",
                "{\"says\":\"ready\",\"version\":1,\"processId\":4711,\"more\":1}",
                "{\"at\":1,\"peer\":5,\"event\":\"unheard\"}"
            })
    void anythingElseIsRefused(String line) {
        assertThatThrownBy(() -> AgentLines.readReport(line))
                .isInstanceOf(MalformedLineException.class);
    }
}
