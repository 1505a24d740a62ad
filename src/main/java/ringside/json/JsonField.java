package ringside.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a JSON object as text, whether or not somebody knows it.
 *
 * @param value a number, a truth value or a text as it stands there; the values of a list have
 *     commas between them
 */
public record JsonField(String name, String value) {

    /** Lists in lists are the most that is read: the input may nest without end. */
    private static final int MOST_DEPTH = 4;

    private static final String BETWEEN = ", ";

    /**
     * Returns the fields of an object in their order, and in their places those of objects within
     * it, as far as the text can be read: it may be cut off, or no JSON at all. Stateless.
     */
    public static List<JsonField> allIn(String text) {
        List<JsonField> fields = new ArrayList<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            readObject(json, fields, MOST_DEPTH);
        } catch (IOException | IllegalStateException e) {
            // What has been read so far is all that can be told.
            return fields;
        }
        return fields;
    }

    private static void readObject(JsonReader json, List<JsonField> fields, int depth)
            throws IOException {
        if (depth == 0) {
            throw new IllegalStateException("nested too deeply");
        }
        json.beginObject();
        while (json.hasNext()) {
            readValue(json, json.nextName(), fields, depth);
        }
        json.endObject();
    }

    private static void readValue(JsonReader json, String name, List<JsonField> fields, int depth)
            throws IOException {
        switch (json.peek()) {
            case BEGIN_OBJECT -> readObject(json, fields, depth - 1);
            case BEGIN_ARRAY -> readList(json, name, fields, depth);
            case STRING, NUMBER -> fields.add(new JsonField(name, json.nextString()));
            case BOOLEAN -> fields.add(new JsonField(name, Boolean.toString(json.nextBoolean())));
            case NULL, NAME, END_ARRAY, END_OBJECT, END_DOCUMENT ->
                    throw new IllegalStateException("no value");
        }
    }

    /** A list of plain values is one field; the fields of objects in a list are told one by one. */
    private static void readList(JsonReader json, String name, List<JsonField> fields, int depth)
            throws IOException {
        json.beginArray();
        List<String> values = new ArrayList<>();
        boolean isPlain = true;
        while (json.hasNext()) {
            List<JsonField> inner = new ArrayList<>();
            readValue(json, name, inner, depth - 1);
            boolean isOne = inner.size() == 1 && inner.getFirst().name().equals(name);
            if (isOne) {
                values.add(inner.getFirst().value());
            } else {
                isPlain = false;
                fields.addAll(inner);
            }
        }
        json.endArray();
        if (isPlain) {
            fields.add(new JsonField(name, String.join(BETWEEN, values)));
        }
    }
}
