package ringside.json;

import org.jspecify.annotations.Nullable;

/** Thrown for text that is not the expected record; the message says what is wrong with it. */
public final class MalformedRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    MalformedRecordException(String reason) {
        this(reason, null);
    }

    MalformedRecordException(String reason, @Nullable Throwable cause) {
        this("", reason, cause);
    }

    private MalformedRecordException(String field, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.field = field;
    }

    /** Returns the same within a field, or within an item of a list. */
    MalformedRecordException within(String outer) {
        String path =
                field.isEmpty() || field.startsWith("[") ? outer + field : outer + "." + field;
        return new MalformedRecordException(path, String.valueOf(getMessage()), getCause());
    }

    /**
     * Returns the field that is wrong, from the outermost object on, such as {@code
     * sentences[3].text}; empty when it is the text as a whole.
     */
    public String field() {
        return field;
    }
}
