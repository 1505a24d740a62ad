package ringside.channel;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import ringside.ring.PeerId;
import ringside.status.PeerCommand;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/**
 * Events and commands as lines of JSON: {@code {"at":1700000000000000,"peer":43,"event":"running"}}
 * and {@code {"command":"request","number":"2012"}}. The word after {@code event} or {@code
 * command} is the record's name, the fields are its components in their order.
 *
 * <p>Reading is strict: an unknown word, a field that is missing, unknown, given twice, null, of
 * another type or out of range, and anything after the object is a {@link MalformedLineException}.
 * Stateless; any thread may call.
 */
public final class StatusLines {

    /**
     * Longest line in bytes, without its end: a peer that holds all 10,000 files that there can be
     * names each in about 50 bytes.
     */
    public static final int MAX_LINE_BYTES = 1 << 20;

    private static final String AT = "at";
    private static final String PEER = "peer";
    private static final String EVENT = "event";
    private static final String COMMAND = "command";

    private static final RecordFamily EVENTS = new RecordFamily(StatusEvent.class);
    private static final RecordFamily COMMANDS = new RecordFamily(PeerCommand.class);

    private StatusLines() {}

    /** One event as a line, without the line break. */
    public static String write(StatusEntry entry) {
        return write(json -> {
            json.name(AT).value(entry.atMicros());
            json.name(PEER).value(entry.peer().value());
            EVENTS.write(json, EVENT, entry.event());
        });
    }

    /** One command as a line, without the line break. */
    public static String write(PeerCommand command) {
        return write(json -> COMMANDS.write(json, COMMAND, command));
    }

    /**
     * Reads what {@link #write(StatusEntry)} wrote.
     *
     * @throws MalformedLineException when the line is anything else
     */
    public static StatusEntry readEntry(String line) throws MalformedLineException {
        Map<String, JsonElement> fields = FlatObject.parse(line);
        long atMicros = (long) JsonValues.read(long.class, FlatObject.take(fields, AT));
        PeerId peer = (PeerId) JsonValues.read(PeerId.class, FlatObject.take(fields, PEER));
        return new StatusEntry(atMicros, peer, (StatusEvent) EVENTS.read(fields, EVENT));
    }

    /**
     * Reads what {@link #write(PeerCommand)} wrote.
     *
     * @throws MalformedLineException when the line is anything else
     */
    public static PeerCommand readCommand(String line) throws MalformedLineException {
        return (PeerCommand) COMMANDS.read(FlatObject.parse(line), COMMAND);
    }

    private static String write(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            fields.writeTo(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    /** Writes the inside of an object. */
    @FunctionalInterface
    private interface Fields {
        void writeTo(JsonWriter json) throws IOException;
    }
}
