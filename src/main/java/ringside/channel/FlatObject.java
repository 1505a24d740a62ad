package ringside.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Splits a line of JSON into the fields of one object. */
final class FlatObject {

    private FlatObject() {}

    /** Returns the fields in order. Rejects duplicate names, and anything after the object. */
    static Map<String, JsonElement> parse(String line) throws MalformedLineException {
        Map<String, JsonElement> fields = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(line))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (fields.put(name, JsonParser.parseReader(json)) != null) {
                    throw new MalformedLineException("'" + name + "' is there twice");
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedLineException("something follows the object");
            }
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new MalformedLineException("not one JSON object: " + e.getMessage(), e);
        }
        return fields;
    }

    /** Removes and returns one field, so that only unknown fields are left at the end. */
    static JsonElement take(Map<String, JsonElement> fields, String name)
            throws MalformedLineException {
        JsonElement value = fields.remove(name);
        if (value == null) {
            throw new MalformedLineException("'" + name + "' is missing");
        }
        return value;
    }
}
