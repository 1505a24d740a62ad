package ringside.app.page;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Debian's chromium without a display, spoken to over its debugging port. It notes what pages ask
 * the network for and what goes wrong in their scripts.
 */
final class Browser implements AutoCloseable {

    private static final String LISTENS = "DevTools listening on ";

    /** Longest wait for an answer, in seconds: this machine may be busy with other tests. */
    private static final int PATIENCE = 60;

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final CompletableFuture<String> loaded = new CompletableFuture<>();
    private final WebSocket socket;
    private @Nullable String session;
    private int asked;

    private Browser(Process process, URI address) {
        this.process = process;
        this.socket = client.newWebSocketBuilder().buildAsync(address, new Ear()).join();
    }

    /**
     * Starts one.
     *
     * @param profile an empty folder
     * @return null where there is none, or it does not run
     */
    static @Nullable Browser start(Path profile, int width, int height) throws IOException {
        Process process;
        try {
            process =
                    new ProcessBuilder(
                                    "chromium",
                                    "--headless",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--hide-scrollbars",
                                    "--remote-debugging-port=0",
                                    "--window-size=" + width + "," + height,
                                    "--user-data-dir=" + profile,
                                    "about:blank")
                            .start();
        } catch (IOException e) {
            return null;
        }
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.startsWith(LISTENS)) {
            line = said.readLine();
        }
        if (line == null) {
            process.destroyForcibly();
            return null;
        }
        Thread.ofPlatform().daemon().start(() -> said.lines().forEach(each -> {}));
        return new Browser(process, URI.create(line.substring(LISTENS.length())));
    }

    /** Opens a page, and returns when it is loaded. */
    void open(String address) {
        JsonArray targets =
                ask("Target.getTargets", new JsonObject()).getAsJsonArray("targetInfos");
        JsonObject attach = new JsonObject();
        attach.addProperty("flatten", true);
        for (JsonElement target : targets) {
            if (target.getAsJsonObject().get("type").getAsString().equals("page")) {
                attach.add("targetId", target.getAsJsonObject().get("targetId"));
            }
        }
        session = ask("Target.attachToTarget", attach).get("sessionId").getAsString();
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            ask(domain + ".enable", new JsonObject());
        }
        JsonObject where = new JsonObject();
        where.addProperty("url", address);
        ask("Page.navigate", where);
        loaded.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** Returns the value of an expression in the page, when a promise is kept; '' for none. */
    String value(String expression) {
        JsonObject what = new JsonObject();
        what.addProperty("expression", expression);
        what.addProperty("awaitPromise", true);
        what.addProperty("returnByValue", true);
        JsonElement value = ask("Runtime.evaluate", what).getAsJsonObject("result").get("value");
        return value == null
                ? ""
                : value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    /** Presses and releases a key, as a user does. */
    void press(String key) {
        for (String type : List.of("keyDown", "keyUp")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("key", key);
            ask("Input.dispatchKeyEvent", event);
        }
    }

    /** Sends a command, and returns its result. */
    JsonObject ask(String method, JsonObject parameters) {
        int id = ++asked;
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        JsonObject command = new JsonObject();
        command.addProperty("id", id);
        command.addProperty("method", method);
        command.add("params", parameters);
        if (session != null) {
            command.addProperty("sessionId", session);
        }
        socket.sendText(command.toString(), true).join();
        return answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** Returns the addresses that pages have asked for so far. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /**
     * Returns what has gone wrong in pages so far: errors of scripts, and what policies refused.
     */
    List<String> problems() {
        synchronized (requests) {
            return List.copyOf(problems);
        }
    }

    private void take(JsonObject message) {
        if (message.has("id")) {
            CompletableFuture<JsonObject> answer =
                    requireNonNull(waiting.remove(message.get("id").getAsInt()));
            if (message.has("error")) {
                answer.completeExceptionally(new AssertionError(message.toString()));
            } else {
                answer.complete(message.getAsJsonObject("result"));
            }
            return;
        }
        String method = message.get("method").getAsString();
        synchronized (requests) {
            switch (method) {
                case "Network.requestWillBeSent" ->
                        requests.add(
                                message.getAsJsonObject("params")
                                        .getAsJsonObject("request")
                                        .get("url")
                                        .getAsString());
                case "Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled" ->
                        problems.add(message.get("params").toString());
                case "Page.loadEventFired" -> loaded.complete(method);
                default -> {}
            }
        }
    }

    /** Puts the parts of messages together. */
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                take(JsonParser.parseString(text.toString()).getAsJsonObject());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
        process.destroyForcibly();
        process.onExit().join();
    }
}
