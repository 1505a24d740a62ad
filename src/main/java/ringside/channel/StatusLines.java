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
 * command} is the record's name; the fields are its components in order.
 *
 * <p>Reading is strict: a {@link MalformedLineException} is thrown for an unknown word, for a field
 * that is missing, unknown, duplicate, null, of another type or out of range, and for anything
 * after the object. Stateless; may be called from any thread.
 */
public final class StatusLines {

    /**
     * Longest line in bytes, without its end: a peer that holds all 10,000 possible files names
     * each in about 50 bytes.
     */
    public static final int MAX_LINE_BYTES = 1 << 20;

    private static final String AT = "at";
    private static final String PEER = "peer";
    private static final String EVENT = "event";
    private static final String COMMAND = "command";

    private static final RecordFamily EVENTS = new RecordFamily(StatusEvent.class);
    private static final RecordFamily COMMANDS = new RecordFamily(PeerCommand.class);

    private StatusLines() {}

    /** Returns an event as a line, without the line break. */
    public static String write(StatusEntry entry) {
        return write(json -> {
            json.name(AT).value(entry.atMicros());
            json.name(PEER).value(entry.peer().value());
            EVENTS.write(json, EVENT, entry.event());
        });
    }

    /** Returns a command as a line, without the line break. */
    public static String write(PeerCommand command) {
        return write(json -> COMMANDS.write(json, COMMAND, command));
    }

    /**
     * Parses a line written by {@link #write(StatusEntry)}.
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
     * Parses a line written by {@link #write(PeerCommand)}.
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

    /** Writes the content of an object. */
    @FunctionalInterface
    private interface Fields {
        void writeTo(JsonWriter json) throws IOException;
    }
}
