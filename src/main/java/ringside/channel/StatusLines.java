package ringside.channel;

import java.util.Map;
import java.util.Set;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * Events and commands as lines of JSON: {@code {"at":1700000000000000,"peer":43,"event":"running"}}
 * and {@code {"command":"request","number":"2012"}}. The word after {@code event} or {@code
 * command} is the record's name, or an older one that recordings have; the fields are its
 * components in order; a round trip, a digest or a version that is not known is left out, and so is
 * the host of a process on this machine.
 *
 * <p>Reading is strict: a {@link MalformedLineException} is thrown for an unknown word, for a field
 * that is missing, unknown, duplicate, null, of another type or out of range, and for anything
 * after the object. Stateless; may be called from any thread.
 */
public final class StatusLines {

    /**
     * Longest line in bytes, without its end: a peer that holds all 10,000 possible files names
     * each in about 150 bytes.
     */
    public static final int MAX_LINE_BYTES = 1 << 21;

    /** In every id of another circle than that of processes; so most lines need no second look. */
    private static final char OTHER_CIRCLE = '/';

    private record EventLine(long at, PeerId peer, StatusEvent event) {}

    private record CommandLine(ChannelCommand command) {}

    private static final RecordMapper<EventLine> EVENTS =
            RecordMapper.strict(
                            EventLine.class,
                            Set.of("roundTripMicros", "sha256", "versionMs", "shortcuts"),
                            Map.of(
                                    "linkCut", "lineCut",
                                    "linkMended", "lineMended",
                                    "replica", "copy",
                                    "replicas", "copies"))
                    .leavingOutEmpty(Set.of("host"));
    private static final RecordMapper<CommandLine> COMMANDS =
            RecordMapper.strict(
                    CommandLine.class,
                    Set.of(),
                    Map.of("cutLink", "cutLine", "mendLink", "mendLine"));

    private StatusLines() {}

    /** Returns an event as a line, without the line break. */
    public static String write(StatusEntry entry) {
        return EVENTS.write(new EventLine(entry.atMicros(), entry.peer(), entry.event()));
    }

    /** Returns a command as a line, without the line break. */
    public static String write(ChannelCommand command) {
        return COMMANDS.write(new CommandLine(command));
    }

    /**
     * Parses a line written by {@link #write(StatusEntry)}.
     *
     * @throws MalformedLineException when the line is anything else
     */
    public static StatusEntry readEntry(String line) throws MalformedLineException {
        EventLine read = read(EVENTS, line);
        boolean isOnOtherCircles = line.indexOf(OTHER_CIRCLE) >= 0;
        if (isOnOtherCircles && !EVENTS.isOfOneCircle(read)) {
            throw new MalformedLineException("peers of two circles");
        }
        return new StatusEntry(read.at(), read.peer(), read.event());
    }

    /**
     * Parses a line written by {@link #write(ChannelCommand)}.
     *
     * @throws MalformedLineException when the line is anything else
     */
    public static ChannelCommand readCommand(String line) throws MalformedLineException {
        return read(COMMANDS, line).command();
    }

    private static <R extends Record> R read(RecordMapper<R> mapper, String line)
            throws MalformedLineException {
        try {
            return mapper.read(line);
        } catch (MalformedRecordException e) {
            throw new MalformedLineException(String.valueOf(e.getMessage()), e);
        }
    }
}
