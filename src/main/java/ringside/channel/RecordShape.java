package ringside.channel;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one record type becomes the fields of an object and back. */
final class RecordShape {

    private final RecordComponent[] components;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type) {
        components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("not a public record: " + type, e);
        }
    }

    /** Writes the components in their order, into an object already begun. */
    void writeFields(JsonWriter json, Object value) throws IOException {
        for (RecordComponent component : components) {
            json.name(component.getName());
            JsonValues.write(json, valueOf(component, value));
        }
    }

    /** Builds the record from exactly its fields. */
    Object readFields(Map<String, JsonElement> fields) throws MalformedLineException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            JsonElement field = FlatObject.take(fields, components[i].getName());
            values[i] = JsonValues.read(components[i].getGenericType(), field);
        }
        if (!fields.isEmpty()) {
            throw new MalformedLineException("unknown fields " + fields.keySet());
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

    private static Object valueOf(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
