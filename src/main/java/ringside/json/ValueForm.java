package ringside.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/** The JSON form of the values of one field. Immutable. */
sealed interface ValueForm {

    /** Writes a value, after the name of its field. */
    void write(JsonWriter json, Object value) throws IOException;

    /**
     * Reads a value.
     *
     * @param siblings the other fields of the same object that nobody has taken yet
     */
    Object read(JsonElement json, Map<String, JsonElement> siblings)
            throws MalformedRecordException;

    /** Hands out the peers in a value. */
    default void peersIn(Object value, Consumer<PeerId> receiver) {}

    /** Returns the form of the values that a component of this type has. */
    static ValueForm of(String field, Type type, RecordShapes shapes) {
        if (type instanceof ParameterizedType list) {
            return new Items(field, of(field + "[]", list.getActualTypeArguments()[0], shapes));
        }
        Class<?> raw = (Class<?>) type;
        Scalar scalar = Scalar.BY_TYPE.get(raw);
        if (scalar != null) {
            return new Single(field, scalar);
        }
        if (raw == PeerId.class) {
            return new Peer(field);
        }
        if (raw.isEnum()) {
            return Word.of(field, raw);
        }
        return raw.isRecord() ? new Inner(field, raw, shapes) : new Variant(field, raw, shapes);
    }

    private static MalformedRecordException wrong(
            String field, String kind, @Nullable Throwable cause) {
        return new MalformedRecordException("'" + field + "' is not " + kind, cause);
    }

    /** A value that is written as its {@code toString()}, with or without quotes. */
    record Single(String field, Scalar scalar) implements ValueForm {

        @Override
        public void write(JsonWriter json, Object value) throws IOException {
            if (scalar.isQuoted()) {
                json.value(value.toString());
            } else {
                json.jsonValue(value.toString());
            }
        }

        @Override
        public Object read(JsonElement json, Map<String, JsonElement> siblings)
                throws MalformedRecordException {
            if (!(json instanceof JsonPrimitive single) || single.isString() != scalar.isQuoted()) {
                throw wrong(field, scalar.kind(), null);
            }
            try {
                return scalar.parser().apply(single.getAsString());
            } catch (IllegalArgumentException e) {
                throw wrong(field, scalar.kind(), e);
            }
        }
    }

    /**
     * A peer: a number on the circle of processes, and {@code "position/bits"} on any other one.
     */
    record Peer(String field) implements ValueForm {

        private static final Pattern ON_ANOTHER_CIRCLE =
                Pattern.compile("(0|[1-9][0-9]*)/([1-9][0-9]?)");

        @Override
        public void write(JsonWriter json, Object value) throws IOException {
            PeerId peer = (PeerId) value;
            String position = Long.toUnsignedString(peer.position());
            if (peer.circle() == Circle.OF_PROCESSES) {
                json.jsonValue(position);
            } else {
                json.value(position + "/" + peer.circle().bits());
            }
        }

        @Override
        public Object read(JsonElement json, Map<String, JsonElement> siblings)
                throws MalformedRecordException {
            if (!(json instanceof JsonPrimitive single)) {
                throw wrong(field, "a peer", null);
            }
            try {
                return single.isString()
                        ? onAnotherCircle(single.getAsString())
                        : new PeerId(Integer.parseInt(single.getAsString()));
            } catch (IllegalArgumentException e) {
                throw wrong(field, "a peer", e);
            }
        }

        @Override
        public void peersIn(Object value, Consumer<PeerId> receiver) {
            receiver.accept((PeerId) value);
        }

        /** One peer has one form, so that what is written again is the same. */
        private static PeerId onAnotherCircle(String text) {
            Matcher form = ON_ANOTHER_CIRCLE.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException(text);
            }
            Circle circle = Circle.of(Integer.parseInt(form.group(2)));
            PeerId peer = circle.at(Long.parseUnsignedLong(form.group(1)));
            if (circle == Circle.OF_PROCESSES) {
                throw new IllegalArgumentException(text);
            }
            return peer;
        }
    }

    /** A constant of an enum, by its name: {@code RESENT_DROPPED} is {@code resentDropped}. */
    record Word(String field, Map<String, Object> constants, Map<Object, String> words)
            implements ValueForm {

        static Word of(String field, Class<?> type) {
            Map<String, Object> constants = new LinkedHashMap<>();
            Map<Object, String> words = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                String word = wordOf((Enum<?>) constant);
                constants.put(word, constant);
                words.put(constant, word);
            }
            return new Word(field, constants, words);
        }

        private static String wordOf(Enum<?> constant) {
            StringBuilder word = new StringBuilder();
            for (String part : constant.name().split("_", -1)) {
                String small = part.toLowerCase(Locale.ROOT);
                word.append(word.isEmpty() ? small : part.charAt(0) + small.substring(1));
            }
            return word.toString();
        }

        @Override
        public void write(JsonWriter json, Object value) throws IOException {
            json.value(words.get(value));
        }

        @Override
        public Object read(JsonElement json, Map<String, JsonElement> siblings)
                throws MalformedRecordException {
            Object constant =
                    json instanceof JsonPrimitive word && word.isString()
                            ? constants.get(word.getAsString())
                            : null;
            if (constant == null) {
                throw wrong(field, "one of " + constants.keySet(), null);
            }
            return constant;
        }
    }

    /** A list. */
    record Items(String field, ValueForm form) implements ValueForm {

        @Override
        public void write(JsonWriter json, Object value) throws IOException {
            json.beginArray();
            for (Object item : (List<?>) value) {
                form.write(json, item);
            }
            json.endArray();
        }

        @Override
        public void peersIn(Object value, Consumer<PeerId> receiver) {
            ((List<?>) value).forEach(item -> form.peersIn(item, receiver));
        }

        @Override
        public Object read(JsonElement json, Map<String, JsonElement> siblings)
                throws MalformedRecordException {
            if (!(json instanceof JsonArray items)) {
                throw wrong(field, "a list", null);
            }
            List<Object> values = new ArrayList<>(items.size());
            for (JsonElement item : items) {
                try {
                    values.add(form.read(item, siblings));
                } catch (MalformedRecordException e) {
                    throw e.within("[" + values.size() + "]");
                }
            }
            return List.copyOf(values);
        }
    }

    /** A record that is an object of its own. */
    record Inner(String field, Class<?> type, RecordShapes shapes) implements ValueForm {

        @Override
        public void write(JsonWriter json, Object value) throws IOException {
            shapes.write(json, value);
        }

        @Override
        public void peersIn(Object value, Consumer<PeerId> receiver) {
            shapes.of(value.getClass()).peersIn(value, receiver);
        }

        @Override
        public Object read(JsonElement json, Map<String, JsonElement> siblings)
                throws MalformedRecordException {
            if (!(json instanceof JsonObject object)) {
                throw wrong(field, "an object", null);
            }
            return shapes.read(type, object.asMap());
        }
    }

    /**
     * A record of a sealed interface: a word, with the record's own fields beside it. The words
     * come from the list of permitted records, so that no new record is forgotten here.
     */
    record Variant(String field, Class<?> sealedInterface, RecordShapes shapes)
            implements ValueForm {

        /** Returns the permitted records by their words. */
        static Map<String, Class<?>> typesOf(Class<?> sealedInterface, RecordShapes shapes) {
            Map<String, Class<?>> types = new HashMap<>();
            addAll(sealedInterface, types, shapes);
            return types;
        }

        private static void addAll(
                Class<?> type, Map<String, Class<?>> types, RecordShapes shapes) {
            if (type.isRecord()) {
                if (types.put(RecordShape.wordOf(type, shapes), type) != null) {
                    throw new IllegalStateException("two records named " + type.getSimpleName());
                }
            } else if (type.isSealed()) {
                Arrays.stream(type.getPermittedSubclasses())
                        .forEach(each -> addAll(each, types, shapes));
            } else {
                throw new IllegalStateException("no JSON for " + type);
            }
        }

        @Override
        public void write(JsonWriter json, Object value) throws IOException {
            RecordShape shape = shapes.of(value.getClass());
            json.value(shape.word());
            shape.writeFields(json, value);
        }

        @Override
        public void peersIn(Object value, Consumer<PeerId> receiver) {
            shapes.of(value.getClass()).peersIn(value, receiver);
        }

        @Override
        public Object read(JsonElement json, Map<String, JsonElement> siblings)
                throws MalformedRecordException {
            Class<?> type =
                    json instanceof JsonPrimitive word && word.isString()
                            ? shapes.variantsOf(sealedInterface).get(word.getAsString())
                            : null;
            if (type == null) {
                throw wrong(field, "one of the known words", null);
            }
            return shapes.of(type).takeFields(siblings);
        }
    }
}
