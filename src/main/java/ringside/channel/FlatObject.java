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

/** Takes a line of JSON apart into the fields of one object. */
final class FlatObject {

    private FlatObject() {}

    /** The fields in their order; each name once, and nothing after the object. */
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

    /** Takes one field out, so that what is left at the end is what nobody knows. */
    static JsonElement take(Map<String, JsonElement> fields, String name)
            throws MalformedLineException {
        JsonElement value = fields.remove(name);
        if (value == null) {
            throw new MalformedLineException("'" + name + "' is missing");
        }
        return value;
    }
}
