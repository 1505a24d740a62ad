package ringside.hosts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import ringside.text.Messages;

/**
 * Sends files of a host's peers to the program, one after the other, on a thread of its own: a pipe
 * that is slow must not keep commands waiting.
 */
final class FileSender implements AutoCloseable {

    private final ReportWriter out;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("file sender").factory());

    FileSender(ReportWriter out) {
        this.out = out;
    }

    /**
     * Sends a file, or the reason why not.
     *
     * @param folder of the peer that is asked; nothing outside it leaves the host
     */
    void send(AgentCommand.Fetch fetch, Path folder) {
        thread.execute(
                () -> out.write(new AgentReport.Fetched(fetch.fetch(), sent(fetch, folder))));
    }

    /** Sends the pieces of a file; returns null, or why they are not all. */
    private @Nullable String sent(AgentCommand.Fetch fetch, Path folder) {
        Path file = Path.of(fetch.path());
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                return Messages.HOSTS.format("agent.fetch", file, fetch.peer());
            }
            try (InputStream in = Files.newInputStream(file)) {
                String piece = FilePieces.next(in);
                while (!piece.isEmpty()) {
                    out.write(new AgentReport.FetchedPiece(fetch.fetch(), piece));
                    piece = FilePieces.next(in);
                }
            }
            return null;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
