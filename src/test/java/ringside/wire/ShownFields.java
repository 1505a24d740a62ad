package ringside.wire;

import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/** The fields that a dissector should show of a message: its components, by name. */
final class ShownFields {

    private final Map<String, String> shown = new TreeMap<>();

    /** Returns the values of each field; those of a list are joined by {@code separator}. */
    static Map<String, String> of(Message message, String separator) {
        ShownFields fields = new ShownFields();
        String name = message.getClass().getSimpleName();
        String type = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        fields.add("type", ControlCodec.NAMES.getOrDefault(type, type), separator);
        fields.addAll((Record) message, separator);
        if (message instanceof Datagram.Segment || message instanceof Datagram.Receipt) {
            fields.add("version", 1, separator);
        }
        if (message instanceof Datagram.SelectiveAcknowledgement selective) {
            fields.addBitmap(selective.beyond(), separator);
        }
        return fields.shown;
    }

    private void addAll(Record record, String separator) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(record);
                add(
                        ControlCodec.NAMES.getOrDefault(component.getName(), component.getName()),
                        value,
                        separator);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
    }

    private void add(String name, @Nullable Object value, String separator) {
        switch (value) {
            case null -> {}
            case List<?> list -> list.forEach(each -> add(name, each, separator));
            case PeerId id -> put(name, Integer.toString(id.value()), separator);
            case FileNumber number -> put(name, number.digits(), separator);
            case FileName file -> put(name, file.toString(), separator);
            case Enum<?> word -> put(name, word.name().toLowerCase(Locale.ROOT), separator);
            case Boolean truth -> put(name, truth ? "1" : "0", separator);
            case Bytes bytes -> put(name.equals("beyond") ? "bitmap" : name, hex(bytes), separator);
            case Record inner -> addAll(inner, separator);
            case Object other -> put(name, other.toString(), separator);
        }
    }

    private void addBitmap(Bytes bitmap, String separator) {
        for (int bit = 0; bit < bitmap.length() * Byte.SIZE; bit++) {
            if ((bitmap.get(bit / Byte.SIZE) >> bit % Byte.SIZE & 1) == 1) {
                add("beyond", bit + 1, separator);
            }
        }
    }

    private void put(String name, String value, String separator) {
        if (!value.isEmpty()) {
            shown.merge(name, value, (before, after) -> before + separator + after);
        }
    }

    private static String hex(Bytes bytes) {
        return HexFormat.of().formatHex(bytes.toArray());
    }
}
