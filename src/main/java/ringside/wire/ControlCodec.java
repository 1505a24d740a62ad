package ringside.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;
import ringside.peer.Message;

/** Encodes control messages as compact JSON objects, readable in a packet capture. Stateless. */
final class ControlCodec {

    /** One object: {@code type} is the message's name, and the message's own fields follow. */
    private record Envelope(Message.Control type) {}

    /** The names in JSON that differ from those in Java; all are named in the protocol page. */
    static final Map<String, String> NAMES =
            Map.of(
                    "name", "file",
                    "replica", "copy",
                    "replicated", "copied",
                    "replicaWanted", "copyWanted");

    private static final RecordMapper<Envelope> OBJECTS =
            RecordMapper.tolerant(Envelope.class, Set.of("predecessor", "failure"), NAMES);

    private ControlCodec() {}

    static byte[] encode(Message.Control message) {
        return OBJECTS.write(new Envelope(message)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Decodes one message from all remaining bytes.
     *
     * @throws MalformedMessageException when they are not a control message
     */
    static Message.Control decode(ByteBuffer bytes) throws MalformedMessageException {
        try {
            String json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return OBJECTS.read(json).type();
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("not UTF-8", e);
        } catch (MalformedRecordException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()), e);
        }
    }
}
