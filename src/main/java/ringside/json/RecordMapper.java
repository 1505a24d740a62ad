package ringside.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import ringside.ring.Circle;

/**
 * Writes the records of one type as compact JSON objects, and reads them back. Reading refuses
 * input that is not one object; a field that is duplicate, null or of another type, or that is
 * missing and not optional; and values that the record refuses. May be called from any thread.
 */
public final class RecordMapper<R extends Record> {

    private final Class<R> type;
    private final RecordShapes shapes;

    private RecordMapper(Class<R> type, RecordShapes shapes) {
        this.type = type;
        this.shapes = shapes;
    }

    /** Returns a mapper that writes every component and refuses unknown fields. */
    public static <R extends Record> RecordMapper<R> strict(Class<R> type) {
        return strict(type, Set.of(), Map.of());
    }

    /**
     * Returns a mapper that refuses unknown fields.
     *
     * @param optional as for {@link #tolerant}
     * @param names as for {@link #tolerant}
     */
    public static <R extends Record> RecordMapper<R> strict(
            Class<R> type, Set<String> optional, Map<String, String> names) {
        return new RecordMapper<>(type, new RecordShapes(false, optional, Set.of(), names));
    }

    /**
     * Returns a mapper that passes over unknown fields, so that a later version may add some.
     *
     * @param optional the components, of this record and of all within it, that may be left out
     *     when they are null or false; what is left out is then read as that
     * @param names the names in JSON by those in Java, of components and of variants, where the two
     *     differ
     */
    public static <R extends Record> RecordMapper<R> tolerant(
            Class<R> type, Set<String> optional, Map<String, String> names) {
        return new RecordMapper<>(type, new RecordShapes(true, optional, Set.of(), names));
    }

    /**
     * Returns a mapper like this one that leaves out these texts when they are empty, and reads
     * what is left out as empty.
     *
     * @param texts components, of the record and of all within it, that are never null
     */
    public RecordMapper<R> leavingOutEmpty(Set<String> texts) {
        return new RecordMapper<>(type, shapes.leavingOutEmpty(texts));
    }

    /** Returns a record as one object without line breaks. */
    public String write(R value) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            shapes.write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    /**
     * Reads a record from text that holds one object and nothing else.
     *
     * @throws MalformedRecordException when the text is anything else
     */
    public R read(String json) throws MalformedRecordException {
        return type.cast(shapes.read(type, fieldsOf(json)));
    }

    /** Returns whether all peers in a record and in all within it are of the same circle. */
    public boolean isOfOneCircle(R value) {
        Set<Circle> circles = new HashSet<>();
        shapes.of(type).peersIn(value, peer -> circles.add(peer.circle()));
        return circles.size() <= 1;
    }

    private static Map<String, JsonElement> fieldsOf(String text) throws MalformedRecordException {
        Map<String, JsonElement> fields = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (fields.put(name, JsonParser.parseReader(json)) != null) {
                    throw new MalformedRecordException("'" + name + "' is there twice");
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedRecordException("something follows the object");
            }
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new MalformedRecordException("not one JSON object: " + e.getMessage(), e);
        }
        return fields;
    }
}
