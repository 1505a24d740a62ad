package ringside.hosts;

import java.util.Map;
import java.util.Set;
import ringside.channel.MalformedLineException;
import ringside.channel.StatusLines;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;

/**
 * The lines between the program and an agent: JSON objects such as {@code
 * {"agent":"kill","peer":5}} down, and {@code {"says":"ready","version":1,"processId":4711}} or a
 * line of the status channel up. Reading is as strict as that of {@link StatusLines}. Stateless;
 * may be called from any thread.
 */
final class AgentLines {

    /** Longest line in bytes: that of the status channel. */
    static final int MAX_LINE_BYTES = StatusLines.MAX_LINE_BYTES;

    /** With this begins every line of the status channel, and none of an agent. */
    private static final String OF_PEER = "{\"at\":";

    private record CommandLine(AgentCommand agent) {}

    private record ReportLine(AgentReport.OfAgent says) {}

    private static final RecordMapper<CommandLine> COMMANDS =
            RecordMapper.strict(CommandLine.class, Set.of("fault"), Map.of());
    private static final RecordMapper<ReportLine> REPORTS =
            RecordMapper.strict(ReportLine.class, Set.of("failure"), Map.of());

    private AgentLines() {}

    static String write(AgentCommand command) {
        return COMMANDS.write(new CommandLine(command));
    }

    static String write(AgentReport report) {
        return switch (report) {
            case AgentReport.Happened(var entry) -> StatusLines.write(entry);
            case AgentReport.OfAgent says -> REPORTS.write(new ReportLine(says));
        };
    }

    /**
     * Parses a line written by {@link #write(AgentCommand)}.
     *
     * @throws MalformedLineException when the line is anything else
     */
    static AgentCommand readCommand(String line) throws MalformedLineException {
        try {
            return COMMANDS.read(line).agent();
        } catch (MalformedRecordException e) {
            throw new MalformedLineException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Parses a line written by {@link #write(AgentReport)}.
     *
     * @throws MalformedLineException when the line is anything else
     */
    static AgentReport readReport(String line) throws MalformedLineException {
        if (line.startsWith(OF_PEER)) {
            return new AgentReport.Happened(StatusLines.readEntry(line));
        }
        try {
            return REPORTS.read(line).says();
        } catch (MalformedRecordException e) {
            throw new MalformedLineException(String.valueOf(e.getMessage()), e);
        }
    }
}
