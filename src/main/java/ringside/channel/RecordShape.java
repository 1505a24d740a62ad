package ringside.channel;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts one record type to the fields of an object and back. */
final class RecordShape {

    private final List<Field> fields;
    private final Constructor<?> constructor;

    /**
     * A record component; caches its generic type, because computing that costs more than reading
     * the value.
     */
    private record Field(String name, Type type, Method accessor) {
        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(), component.getGenericType(), component.getAccessor());
        }
    }

    RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        fields = Arrays.stream(components).map(Field::of).toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("not a public record: " + type, e);
        }
    }

    /** Writes the components in order, into an object already begun. */
    void writeFields(JsonWriter json, Object value) throws IOException {
        for (Field field : fields) {
            json.name(field.name());
            JsonValues.write(json, valueOf(field, value));
        }
    }

    /** Creates the record from exactly its fields. */
    Object readFields(Map<String, JsonElement> given) throws MalformedLineException {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            values[i] = JsonValues.read(field.type(), FlatObject.take(given, field.name()));
        }
        if (!given.isEmpty()) {
            throw new MalformedLineException("unknown fields " + given.keySet());
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MalformedLineException(reason(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null ? "out of range" : String.valueOf(cause.getMessage());
    }

    private static Object valueOf(Field field, Object value) {
        try {
            return field.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
