package ringside.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ringside.supervisor.ActionFailedException;

/** Files of a host's peers on their way to this machine (SPEC 13.2). Thread-safe. */
final class FetchedFiles {

    private record Arriving(Path copy, CompletableFuture<Path> whole) {}

    private final Map<Long, Arriving> arriving = new HashMap<>();
    private long lastNumber;
    private @Nullable String end;

    /** A file that the agent is to be asked for, and its copy once it is whole. */
    record Wanted(long number, CompletableFuture<Path> whole) {}

    /**
     * Begins to wait for a file.
     *
     * @param folder where its copy is to lie on this machine
     * @param path of the file on its host, whatever its system
     */
    synchronized Wanted begin(Path folder, String path) {
        CompletableFuture<Path> whole = new CompletableFuture<>();
        long number = ++lastNumber;
        Path copy = folder.resolve(number + "-" + plainName(path));
        arriving.put(number, new Arriving(copy, whole));
        try {
            Files.createDirectories(folder);
            Files.write(copy, new byte[0]);
        } catch (IOException e) {
            fail(number, String.valueOf(e.getMessage()));
        }
        if (end != null) {
            fail(number, end);
        }
        return new Wanted(number, whole);
    }

    /** Returns what follows the last separator, with nothing in it that has a meaning here. */
    private static String plainName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.replaceAll("[^\\p{L}\\p{Digit}._-]", "_");
    }

    /** Takes a piece; one of a file that nobody waits for is dropped. */
    synchronized void take(AgentReport.FetchedPiece piece) {
        Arriving file = arriving.get(piece.fetch());
        if (file == null) {
            return;
        }
        try {
            FilePieces.append(file.copy(), piece.data());
        } catch (IOException | IllegalArgumentException e) {
            fail(piece.fetch(), String.valueOf(e.getMessage()));
        }
    }

    /** Takes the end of a file. */
    synchronized void take(AgentReport.Fetched fetched) {
        String failure = fetched.failure();
        if (failure != null) {
            fail(fetched.fetch(), failure);
            return;
        }
        Arriving file = arriving.remove(fetched.fetch());
        if (file != null) {
            file.whole().complete(file.copy());
        }
    }

    /** Fails what waits now, or later, with a sentence: the host is gone. */
    synchronized void end(String reason) {
        end = reason;
        for (long number : arriving.keySet().toArray(Long[]::new)) {
            fail(number, reason);
        }
    }

    private void fail(long number, String sentence) {
        Arriving file = arriving.remove(number);
        if (file != null) {
            file.whole().completeExceptionally(new ActionFailedException(sentence));
        }
    }
}
