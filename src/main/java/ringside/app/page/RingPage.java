package ringside.app.page;

import com.google.gson.stream.JsonWriter;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import ringside.digest.Digests;
import ringside.export.AtomicFile;
import ringside.status.StatusEntry;
import ringside.text.Language;

/**
 * Writes a run as one HTML file that plays in a browser and asks for nothing else (WINDOW 16.3).
 * Waits for the disk; any thread may call.
 */
public final class RingPage {

    private static final String TEMPLATE = "page.html.mustache";
    private static final String STYLE = "page.css";

    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS =
            List.of(
                    "recording.js",
                    "curves.js",
                    "layer.js",
                    "ring.js",
                    "timeline.js",
                    "events.js",
                    "ladder.js",
                    "peers.js",
                    "player.js");

    private RingPage() {}

    /** The events of a run. */
    @FunctionalInterface
    public interface Run {
        /**
         * Hands out all of them, in order of arrival.
         *
         * @throws IOException when they cannot be read
         */
        void forEach(Consumer<StatusEntry> receiver) throws IOException;
    }

    /**
     * Writes a page, and replaces the file that was there when it is whole.
     *
     * @throws IOException if the events cannot be read or the page cannot be written
     */
    public static PageSummary write(Run run, PageContent content, Path file) throws IOException {
        AtomicReference<@Nullable PageSummary> summary = new AtomicReference<>();
        AtomicFile.write(
                file,
                temporary -> {
                    try (Writer out = Files.newBufferedWriter(temporary)) {
                        summary.set(write(run, content, out));
                    }
                });
        return Objects.requireNonNull(summary.get());
    }

    /** Returns the title of a page that its file gives: its name without the ending. */
    public static String titleOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(?i)\\.html?$", "");
    }

    private static PageSummary write(Run run, PageContent content, Writer out) throws IOException {
        AtomicReference<@Nullable PageSummary> summary = new AtomicReference<>();
        String style = resource(STYLE);
        StringBuilder scripts = new StringBuilder();
        for (String name : SCRIPTS) {
            scripts.append(resource(name));
        }
        Mustache.Lambda data = (fragment, writer) -> summary.set(packed(run, content, writer));
        Map<String, Object> values = new HashMap<>();
        values.put("title", content.title());
        values.put("language", Language.spoken().ofOthers().getLanguage());
        values.put("words", PageWords.all());
        values.put("style", style);
        values.put("styleHash", hash(style));
        values.put("script", scripts.toString());
        values.put("scriptHash", hash(scripts.toString()));
        values.put("data", data);
        try {
            template().execute(values, out);
        } catch (MustacheException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
        return Objects.requireNonNull(summary.get());
    }

    private static Template template() throws IOException {
        return Mustache.compiler().escapeHTML(true).compile(resource(TEMPLATE));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RingPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the digest of a script or style by which the page's own policy lets it in. */
    private static String hash(String text) {
        MessageDigest digest = Digests.newDigest();
        return Base64.getEncoder()
                .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes the JSON as gzip in base64: a tenth of the size, and without a character that could
     * end the element around it.
     */
    private static PageSummary packed(Run run, PageContent content, Writer out) throws IOException {
        OutputStream packed =
                new GZIPOutputStream(Base64.getMimeEncoder().wrap(new Characters(out)));
        try (JsonWriter json =
                new JsonWriter(
                        new BufferedWriter(
                                new OutputStreamWriter(packed, StandardCharsets.UTF_8)))) {
            json.setSerializeNulls(false);
            PageStream stream = new PageStream(json, content);
            run.forEach(entry -> {
                try {
                    stream.take(entry);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return stream.end();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Bytes that are characters of ASCII, written as such; the writer stays open. */
    private static final class Characters extends OutputStream {

        private final Writer out;

        Characters(Writer out) {
            this.out = out;
        }

        @Override
        public void write(int character) throws IOException {
            out.write(character);
        }

        @Override
        public void write(byte[] characters, int from, int count) throws IOException {
            out.write(new String(characters, from, count, StandardCharsets.US_ASCII));
        }
    }
}
