package ringside.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * Reads the fields of one JSON object strictly, each with exactly the requested type: no number in
 * quotes, no fraction for an integer, nothing missing. Unknown fields are ignored, so that a later
 * version may add some.
 */
final class Fields {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final JsonObject object;

    private Fields(JsonObject object) {
        this.object = object;
    }

    static Fields parse(String json) throws MalformedMessageException {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedMessageException("not one JSON object");
            }
            return new Fields(element.getAsJsonObject());
        } catch (JsonParseException | IOException e) {
            throw new MalformedMessageException("not JSON", e);
        }
    }

    String text(String name) throws MalformedMessageException {
        JsonPrimitive value = primitive(name);
        if (!value.isString()) {
            throw new MalformedMessageException(name + " is no text");
        }
        return value.getAsString();
    }

    @Nullable String optionalText(String name) throws MalformedMessageException {
        return object.has(name) ? text(name) : null;
    }

    boolean truth(String name) throws MalformedMessageException {
        JsonPrimitive value = primitive(name);
        if (!value.isBoolean()) {
            throw new MalformedMessageException(name + " is neither true nor false");
        }
        return value.getAsBoolean();
    }

    long integer(String name) throws MalformedMessageException {
        return integer(name, primitive(name));
    }

    int smallInteger(String name) throws MalformedMessageException {
        long value = integer(name);
        if (value != (int) value) {
            throw new MalformedMessageException(name + " is too large");
        }
        return (int) value;
    }

    PeerId peer(String name) throws MalformedMessageException {
        return new PeerId(smallInteger(name));
    }

    @Nullable PeerId optionalPeer(String name) throws MalformedMessageException {
        return object.has(name) ? peer(name) : null;
    }

    /** Converts one object of a list. */
    interface Reading<T> {
        T read(Fields fields) throws MalformedMessageException;
    }

    <T> List<T> objects(String name, Reading<T> reading) throws MalformedMessageException {
        List<T> read = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonObject entry)) {
                throw new MalformedMessageException(name + " holds no objects");
            }
            read.add(reading.read(new Fields(entry)));
        }
        return read;
    }

    <T> List<T> texts(String name, Function<String, T> reading) throws MalformedMessageException {
        List<T> read = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
                throw new MalformedMessageException(name + " holds no texts");
            }
            read.add(reading.apply(primitive.getAsString()));
        }
        return read;
    }

    private JsonArray array(String name) throws MalformedMessageException {
        if (object.get(name) instanceof JsonArray array) {
            return array;
        }
        throw new MalformedMessageException(name + " is no list");
    }

    List<PeerId> peers(String name) throws MalformedMessageException {
        List<PeerId> peers = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonPrimitive primitive)) {
                throw new MalformedMessageException(name + " holds no ids");
            }
            long value = integer(name, primitive);
            if (value < 0 || value >= PeerId.CIRCLE_SIZE) {
                throw new MalformedMessageException(name + " holds no ids");
            }
            peers.add(new PeerId((int) value));
        }
        return peers;
    }

    <E extends Enum<E>> E choice(String name, Class<E> choices) throws MalformedMessageException {
        String text = text(name);
        for (E choice : choices.getEnumConstants()) {
            if (word(choice).equals(text)) {
                return choice;
            }
        }
        throw new MalformedMessageException(name + " is none of the known words");
    }

    /** Returns the encoded form of a constant: its name in lower case. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static long integer(String name, JsonPrimitive value) throws MalformedMessageException {
        if (!value.isNumber() || !INTEGER.matcher(value.getAsString()).matches()) {
            throw new MalformedMessageException(name + " is no integer");
        }
        return Long.parseLong(value.getAsString());
    }

    private JsonPrimitive primitive(String name) throws MalformedMessageException {
        if (object.get(name) instanceof JsonPrimitive value) {
            return value;
        }
        throw new MalformedMessageException(name + " is missing");
    }
}
