package ringside.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * Single values of the vocabulary as JSON: ids as numbers, file numbers and names as text, enum
 * constants in lower camel case, nested records as objects.
 */
final class JsonValues {

    private JsonValues() {}

    static void write(JsonWriter json, Object value) throws IOException {
        switch (value) {
            case String text -> json.value(text);
            case Boolean truth -> json.value(truth);
            case Number number -> json.value(number);
            case PeerId id -> json.value(id.value());
            case FileNumber number -> json.value(number.digits());
            case FileName name -> json.value(name.toString());
            case Enum<?> constant -> json.value(word(constant));
            case List<?> list -> {
                json.beginArray();
                for (Object element : list) {
                    write(json, element);
                }
                json.endArray();
            }
            case Record inner -> {
                json.beginObject();
                new RecordShape(inner.getClass()).writeFields(json, inner);
                json.endObject();
            }
            case Object other -> throw new IllegalStateException("no JSON for " + other.getClass());
        }
    }

    /** Converts JSON to a value of the type that a record component declares. */
    static Object read(Type type, JsonElement json) throws MalformedLineException {
        if (type instanceof ParameterizedType list) {
            return readList(list.getActualTypeArguments()[0], json);
        }
        Class<?> wanted = (Class<?>) type;
        boolean isSimple = NUMBERS.containsKey(wanted) || TEXTS.containsKey(wanted);
        if (wanted.isRecord() && !isSimple && json instanceof JsonObject object) {
            return new RecordShape(wanted).readFields(new LinkedHashMap<>(object.asMap()));
        }
        try {
            return readSimple(wanted, json);
        } catch (IllegalArgumentException e) {
            throw new MalformedLineException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Object> readList(Type element, JsonElement json)
            throws MalformedLineException {
        if (!json.isJsonArray()) {
            throw new MalformedLineException("not a list: " + json);
        }
        List<Object> values = new ArrayList<>();
        for (JsonElement each : json.getAsJsonArray()) {
            values.add(read(element, each));
        }
        return List.copyOf(values);
    }

    private static Object readSimple(Class<?> type, JsonElement json)
            throws MalformedLineException {
        if (type.isEnum()) {
            return constant(type, text(json));
        }
        Function<String, Object> numberParser = NUMBERS.get(type);
        if (numberParser != null) {
            return numberParser.apply(primitive(json, JsonPrimitive::isNumber, "a number"));
        }
        if (type == boolean.class) {
            return Boolean.valueOf(primitive(json, JsonPrimitive::isBoolean, "true or false"));
        }
        Function<String, Object> textParser = TEXTS.get(type);
        if (textParser == null) {
            throw new MalformedLineException("not of the form of " + type.getSimpleName());
        }
        return textParser.apply(text(json));
    }

    private static final Map<Class<?>, Function<String, Object>> NUMBERS =
            Map.of(
                    int.class, Integer::valueOf,
                    long.class, Long::valueOf,
                    double.class, JsonValues::finite,
                    PeerId.class, digits -> new PeerId(Integer.parseInt(digits)));

    private static final Map<Class<?>, Function<String, Object>> TEXTS =
            Map.of(
                    String.class, text -> text,
                    FileNumber.class, FileNumber::new,
                    FileName.class, FileName::parse);

    /**
     * Rejects numbers too large for their type, which would become infinite and could not be
     * written again.
     */
    private static Object finite(String digits) {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("too large a number");
        }
        return value;
    }

    private static Object constant(Class<?> type, String word) throws MalformedLineException {
        for (Object constant : type.getEnumConstants()) {
            if (word((Enum<?>) constant).equals(word)) {
                return constant;
            }
        }
        throw new MalformedLineException("'" + word + "' is no " + type.getSimpleName());
    }

    private static String text(JsonElement json) throws MalformedLineException {
        return primitive(json, JsonPrimitive::isString, "text");
    }

    private static String primitive(JsonElement json, Kind kind, String expected)
            throws MalformedLineException {
        if (json instanceof JsonPrimitive primitive && kind.holdsFor(primitive)) {
            return primitive.getAsString();
        }
        throw new MalformedLineException("expected " + expected);
    }

    /** Converts {@code RESENT_DROPPED} to {@code resentDropped}. */
    private static String word(Enum<?> constant) {
        String name = constant.name();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '_') {
                boolean starts = i > 0 && name.charAt(i - 1) == '_';
                String letter = name.substring(i, i + 1);
                word.append(starts ? letter : letter.toLowerCase(Locale.ROOT));
            }
        }
        return word.toString();
    }

    /** Tests whether a primitive is of the expected kind. */
    @FunctionalInterface
    private interface Kind {
        boolean holdsFor(JsonPrimitive primitive);
    }
}
