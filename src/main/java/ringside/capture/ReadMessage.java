package ringside.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import ringside.json.JsonField;
import ringside.peer.Message;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Transport;
import ringside.text.Messages;
import ringside.wire.DatagramCodec;
import ringside.wire.FrameCodec;
import ringside.wire.MalformedMessageException;

/**
 * A captured message, taken apart.
 *
 * @param type its name in the protocol; empty if it has none
 * @param section the heading of the protocol's page under which it stands; empty if it is none
 * @param fields in the order in which they lie on the wire, as far as they could be read
 * @param message as its receiver understands it; empty if it is none, or was cut off
 * @param problem why it is no message; empty for one that is sound as far as it was kept
 */
public record ReadMessage(
        String type,
        String section,
        List<MessageField> fields,
        Optional<Message> message,
        Optional<String> problem) {

    private static final int FRAME_LENGTH_BYTES = 4;
    private static final int UNSIGNED_SHORT = 0xFFFF;
    private static final String TYPE = "type";

    /** The first byte of a datagram that is no text. */
    private static final Map<Byte, String> BINARY_TYPES =
            Map.of(
                    (byte) 1, "segment",
                    (byte) 2, "acknowledgement",
                    (byte) 3, "selectiveAcknowledgement");

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    public ReadMessage {
        fields = List.copyOf(fields);
    }

    /** Takes a message apart. */
    public static ReadMessage of(MessageCaptured captured) {
        ByteBuffer bytes = ByteBuffer.wrap(captured.bytes());
        boolean isCut = bytes.remaining() < captured.length();
        List<MessageField> fields = new ArrayList<>();
        String type =
                switch (captured.transport()) {
                    case UDP -> datagram(bytes.duplicate(), fields);
                    case TCP -> frame(bytes.duplicate(), fields);
                };
        Optional<Message> message = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            message = Optional.ofNullable(decode(captured.transport(), bytes));
        } catch (MalformedMessageException e) {
            problem =
                    isCut && !type.isEmpty()
                            ? problem
                            : Optional.of(String.valueOf(e.getMessage()));
        }
        if (message.isEmpty() && problem.isEmpty() && !isCut) {
            problem = Optional.of(Messages.CAPTURE.format("incomplete"));
        }
        return new ReadMessage(type, Vocabulary.section(type), fields, message, problem);
    }

    /** Returns what the receiver understands; null while a frame is not complete. */
    private static @Nullable Message decode(Transport transport, ByteBuffer bytes)
            throws MalformedMessageException {
        return switch (transport) {
            case UDP -> DatagramCodec.decode(bytes);
            case TCP -> decodeFrame(bytes);
        };
    }

    private static @Nullable Message decodeFrame(ByteBuffer bytes)
            throws MalformedMessageException {
        try {
            return FrameCodec.decodeQuestion(bytes.duplicate());
        } catch (MalformedMessageException noQuestion) {
            return FrameCodec.decodeReply(bytes.duplicate());
        }
    }

    private static String datagram(ByteBuffer bytes, List<MessageField> fields) {
        if (bytes.hasRemaining() && bytes.get(bytes.position()) == '{') {
            return text(bytes, fields);
        }
        return binary(bytes, fields);
    }

    private static String frame(ByteBuffer bytes, List<MessageField> fields) {
        if (bytes.remaining() < FRAME_LENGTH_BYTES) {
            return "";
        }
        String length = Integer.toUnsignedString(bytes.getInt());
        fields.add(Vocabulary.field("", "length", length));
        return text(bytes, fields);
    }

    private static String text(ByteBuffer bytes, List<MessageField> fields) {
        List<JsonField> all = JsonField.allIn(StandardCharsets.UTF_8.decode(bytes).toString());
        String type =
                all.stream()
                        .filter(field -> field.name().equals(TYPE))
                        .map(JsonField::value)
                        .findFirst()
                        .orElse("");
        all.forEach(field -> fields.add(Vocabulary.field(type, field.name(), field.value())));
        return type;
    }

    private static String binary(ByteBuffer bytes, List<MessageField> fields) {
        if (bytes.remaining() < DatagramCodec.HEADER_BYTES) {
            return "";
        }
        String type = BINARY_TYPES.getOrDefault(bytes.get(), "");
        if (type.isEmpty()) {
            return "";
        }
        boolean isSegment = type.equals("segment");
        fields.add(Vocabulary.field(type, TYPE, type));
        fields.add(Vocabulary.field(type, "version", Byte.toString(bytes.get())));
        String mss = Integer.toString(bytes.getShort() & UNSIGNED_SHORT);
        if (isSegment) {
            fields.add(Vocabulary.field(type, "mss", mss));
        }
        fields.add(Vocabulary.field(type, "transferId", Integer.toUnsignedString(bytes.getInt())));
        fields.add(
                Vocabulary.field(
                        type,
                        isSegment ? "sequence" : "acknowledgement",
                        Long.toUnsignedString(bytes.getLong())));
        if (bytes.hasRemaining()) {
            addRest(bytes, type, fields);
        }
        return type;
    }

    private static void addRest(ByteBuffer bytes, String type, List<MessageField> fields) {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        if (type.equals("segment")) {
            fields.add(Vocabulary.field(type, "data", HEX.formatHex(rest)));
        } else {
            fields.add(Vocabulary.field(type, "bitmap", HEX.formatHex(rest)));
            fields.add(Vocabulary.field(type, "beyond", beyond(rest)));
        }
    }

    /** Returns the bits that are set: the segment so many segments after the gap has come. */
    private static String beyond(byte[] bitmap) {
        StringJoiner segments = new StringJoiner(", ");
        for (int bit = 0; bit < bitmap.length * Byte.SIZE; bit++) {
            if ((bitmap[bit / Byte.SIZE] >> bit % Byte.SIZE & 1) == 1) {
                segments.add(Integer.toString(bit + 1));
            }
        }
        return segments.toString();
    }
}
