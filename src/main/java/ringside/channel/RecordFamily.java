package ringside.channel;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records of a sealed interface, each identified by a word derived from its name. The words
 * come from the list of permitted records, so that no new record is forgotten here.
 */
final class RecordFamily {

    private final Map<String, Class<?>> records = new TreeMap<>();
    private final Map<Class<?>, RecordShape> shapes = new ConcurrentHashMap<>();

    /**
     * Collects the records of a sealed interface that permits, at any depth, only records.
     *
     * @throws IllegalStateException when two of them have the same name
     */
    RecordFamily(Class<?> sealedInterface) {
        addAll(sealedInterface);
    }

    private void addAll(Class<?> type) {
        if (type.isRecord()) {
            if (records.put(word(type), type) != null) {
                throw new IllegalStateException("two records named " + type.getSimpleName());
            }
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            addAll(permitted);
        }
    }

    /** Writes the record's word, then its fields, into an object already begun. */
    void write(JsonWriter json, String nameOfWord, Object value) throws IOException {
        json.name(nameOfWord).value(word(value.getClass()));
        shape(value.getClass()).writeFields(json, value);
    }

    /** Reads the record named by the word from the fields, all of which must be used. */
    Object read(Map<String, JsonElement> fields, String nameOfWord) throws MalformedLineException {
        String word = (String) JsonValues.read(String.class, FlatObject.take(fields, nameOfWord));
        Class<?> type = records.get(word);
        if (type == null) {
            throw new MalformedLineException("'" + word + "' is no " + nameOfWord);
        }
        return shape(type).readFields(fields);
    }

    private RecordShape shape(Class<?> type) {
        return shapes.computeIfAbsent(type, RecordShape::new);
    }

    private static String word(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
