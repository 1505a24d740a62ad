package ringside.json;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes of the records that one mapper has met. A shape is made when its first record is
 * written or read, because a peer never meets most of them. May be called from any thread.
 */
final class RecordShapes {

    private final boolean passesOverUnknown;
    private final Set<String> optional;
    private final Set<String> leftOutEmpty;
    private final Map<String, String> names;
    private final Map<Class<?>, RecordShape> shapes = new ConcurrentHashMap<>();
    private final Map<Class<?>, Map<String, Class<?>>> variants = new ConcurrentHashMap<>();

    /**
     * The parameters are those of {@link RecordMapper#tolerant} and {@link
     * RecordMapper#leavingOutEmpty}.
     */
    RecordShapes(
            boolean passesOverUnknown,
            Set<String> optional,
            Set<String> leftOutEmpty,
            Map<String, String> names) {
        this.passesOverUnknown = passesOverUnknown;
        this.optional = optional;
        this.leftOutEmpty = leftOutEmpty;
        this.names = names;
    }

    RecordShapes leavingOutEmpty(Set<String> texts) {
        return new RecordShapes(passesOverUnknown, optional, texts, names);
    }

    boolean isOptional(String component) {
        return optional.contains(component) || isLeftOutEmpty(component);
    }

    boolean isLeftOutEmpty(String component) {
        return leftOutEmpty.contains(component);
    }

    /** Returns the name in JSON of a component or a variant. */
    String nameOf(String java) {
        return names.getOrDefault(java, java);
    }

    /** Returns the shape of a record type. Two threads may make it at once: both are alike. */
    RecordShape of(Class<?> type) {
        RecordShape known = shapes.get(type);
        if (known == null) {
            known = new RecordShape(type, this);
            shapes.put(type, known);
        }
        return known;
    }

    /** Maps the words of a sealed interface to its records; needed only for reading. */
    Map<String, Class<?>> variantsOf(Class<?> sealedInterface) {
        return variants.computeIfAbsent(
                sealedInterface, each -> ValueForm.Variant.typesOf(each, this));
    }

    void write(JsonWriter json, Object value) throws IOException {
        json.beginObject();
        of(value.getClass()).writeFields(json, value);
        json.endObject();
    }

    /** Reads a record from all fields of an object. */
    Object read(Class<?> type, Map<String, JsonElement> fields) throws MalformedRecordException {
        Object value = of(type).takeFields(fields);
        if (!fields.isEmpty() && !passesOverUnknown) {
            throw new MalformedRecordException("unknown fields " + fields.keySet());
        }
        return value;
    }
}
