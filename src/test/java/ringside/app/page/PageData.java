package ringside.app.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The data in a page, read as its scripts read them. */
record PageData(String html, JsonObject json) {

    static PageData of(Path page) throws IOException {
        String html = Files.readString(page);
        String begin = "<script type=\"application/gzip;base64\" id=\"data\">";
        int from = html.indexOf(begin) + begin.length();
        byte[] packed =
                Base64.getMimeDecoder().decode(html.substring(from, html.indexOf('<', from)));
        try (InputStreamReader json =
                new InputStreamReader(
                        new GZIPInputStream(new ByteArrayInputStream(packed)),
                        StandardCharsets.UTF_8)) {
            return new PageData(html, JsonParser.parseReader(json).getAsJsonObject());
        }
    }

    List<JsonObject> list(String name) {
        return json.getAsJsonArray(name).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** Returns all values that are drawn at a time, in seconds, by name. */
    Map<String, JsonObject> at(double seconds) {
        Map<String, JsonObject> drawn = new LinkedHashMap<>();
        for (JsonObject change : list("changes")) {
            if (change.get("at").getAsLong() <= seconds * 1e6) {
                change.getAsJsonObject("set")
                        .entrySet()
                        .forEach(one -> {
                            if (one.getValue().isJsonNull()) {
                                drawn.remove(one.getKey());
                            } else {
                                drawn.put(one.getKey(), one.getValue().getAsJsonObject());
                            }
                        });
            }
        }
        return drawn;
    }

    /** Returns a value that is drawn at a time, in seconds. */
    JsonObject at(double seconds, String name) {
        return Objects.requireNonNull(at(seconds).get(name), name);
    }

    /** Returns what was said, in order. */
    List<JsonObject> said() {
        return list("changes").stream()
                .filter(change -> change.has("said"))
                .flatMap(change -> change.getAsJsonArray("said").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
