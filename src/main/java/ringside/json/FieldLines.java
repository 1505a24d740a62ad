package ringside.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Finds the lines of fields in JSON that somebody wrote by hand. */
public final class FieldLines {

    private FieldLines() {}

    /**
     * Returns the line, from 1, in which a field begins, or the nearest object around it that
     * exists.
     *
     * @param text JSON without faults
     * @param field as {@link MalformedRecordException#field} names it
     */
    public static int lineOf(String field, String text) {
        CountedLines lines = new CountedLines(text);
        try (JsonReader json = new JsonReader(lines)) {
            return nearest(json, lines, "$." + field);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static int nearest(JsonReader json, CountedLines lines, String wanted)
            throws IOException {
        int nearest = 1;
        int longest = 0;
        while (json.peek() != JsonToken.END_DOCUMENT) {
            String path = json.getPath();
            if (isAround(path, wanted) && path.length() > longest) {
                longest = path.length();
                nearest = lines.count();
            }
            step(json);
        }
        return nearest;
    }

    private static boolean isAround(String path, String wanted) {
        return wanted.startsWith(path)
                && (wanted.length() == path.length()
                        || ".[".indexOf(wanted.charAt(path.length())) >= 0);
    }

    private static void step(JsonReader json) throws IOException {
        switch (json.peek()) {
            case BEGIN_OBJECT -> json.beginObject();
            case END_OBJECT -> json.endObject();
            case BEGIN_ARRAY -> json.beginArray();
            case END_ARRAY -> json.endArray();
            case NAME -> {
                var _ = json.nextName();
            }
            case STRING, NUMBER, BOOLEAN, NULL, END_DOCUMENT -> json.skipValue();
        }
    }

    /** Hands out one character at a time, so that it counts no line that the reader has not met. */
    private static final class CountedLines extends Reader {

        private final Reader text;
        private int lines = 1;

        CountedLines(String text) {
            this.text = new StringReader(text);
        }

        int count() {
            return lines;
        }

        @Override
        public int read(char[] buffer, int offset, int count) throws IOException {
            int read = text.read(buffer, offset, 1);
            if (read == 1 && buffer[offset] == '\n') {
                lines++;
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
