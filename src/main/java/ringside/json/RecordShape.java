package ringside.json;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/** Converts one record type to fields of an object and back. Immutable. */
final class RecordShape {

    private static final String NO_TEXT = "";

    private final String word;
    private final List<Field> fields = new ArrayList<>();
    private final Constructor<?> constructor;

    /**
     * @param absent the value whose field is left out if it is optional
     */
    private record Field(
            String name,
            boolean isOptional,
            @Nullable Object absent,
            Method accessor,
            ValueForm form) {

        static Field of(RecordComponent component, RecordShapes shapes) {
            String name = shapes.nameOf(component.getName());
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Field(
                    name,
                    shapes.isOptional(component.getName()),
                    absentOf(component, shapes),
                    accessor,
                    ValueForm.of(name, component.getGenericType(), shapes));
        }

        private static @Nullable Object absentOf(RecordComponent component, RecordShapes shapes) {
            if (shapes.isLeftOutEmpty(component.getName())) {
                return NO_TEXT;
            }
            return component.getType() == boolean.class ? Boolean.FALSE : null;
        }

        @Nullable Object take(Map<String, JsonElement> given) throws MalformedRecordException {
            JsonElement value = given.remove(name);
            if (value == null && isOptional) {
                return absent;
            }
            try {
                if (value == null) {
                    throw new MalformedRecordException("'" + name + "' is missing");
                }
                return form.read(value, given);
            } catch (MalformedRecordException e) {
                throw e.within(name);
            }
        }
    }

    RecordShape(Class<?> type, RecordShapes shapes) {
        word = wordOf(type, shapes);
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            fields.add(Field.of(component, shapes));
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the word for a record type: its name in lower camel case, unless it has another. */
    static String wordOf(Class<?> type, RecordShapes shapes) {
        String name = type.getSimpleName();
        return shapes.nameOf(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }

    String word() {
        return word;
    }

    /** Writes the components in order, into an object already begun. */
    void writeFields(JsonWriter json, Object value) throws IOException {
        for (Field field : fields) {
            Object component = valueOf(field, value);
            boolean isLeftOut = field.isOptional() && Objects.equals(component, field.absent());
            if (component != null && !isLeftOut) {
                json.name(field.name());
                field.form().write(json, component);
            }
        }
    }

    /** Hands out the peers in a record and in all within it. */
    void peersIn(Object value, Consumer<PeerId> receiver) {
        for (Field field : fields) {
            Object component = valueOf(field, value);
            if (component != null) {
                field.form().peersIn(component, receiver);
            }
        }
    }

    /** Creates the record from its fields, and removes them from those given. */
    Object takeFields(Map<String, JsonElement> given) throws MalformedRecordException {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).take(given);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MalformedRecordException("'" + word + "' is out of range", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object valueOf(Field field, Object value) {
        try {
            return field.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
