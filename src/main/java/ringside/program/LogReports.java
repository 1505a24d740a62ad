package ringside.program;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.rules.Rules;
import ringside.status.FileEvent.TransferDone;
import ringside.status.FileEvent.TransferStarted;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.transcript.LogRow;

/**
 * Passes on what a peer reports, and adds the segments of its transfers from its logs. The end of a
 * transfer waits for the log, which has its numbers. Call {@link #accept} on one thread; the
 * receiver is called on others, too.
 */
final class LogReports {

    /** A log is written when its program says that the transfer is over, or a little later; ms. */
    private static final long WRITTEN_MS = 300;

    private final Path folder;
    private final Rules.Files names;
    private final long startedAtMicros;
    private final BooleanSupplier isAlive;
    private final Consumer<StatusEntry> receiver;
    private final Map<Long, CompletableFuture<StatusEntry>> transfers = new HashMap<>();

    /** The rows of each log after its last transfer. */
    private final Map<String, List<LogRow>> logs = new ConcurrentHashMap<>();

    /**
     * Creates the reports of one life of a peer.
     *
     * @param startedAtMicros when its program started
     * @param isAlive whether the program still runs, and may write
     */
    LogReports(
            Path folder,
            Rules.Files names,
            long startedAtMicros,
            BooleanSupplier isAlive,
            Consumer<StatusEntry> receiver) {
        this.folder = folder;
        this.names = names;
        this.startedAtMicros = startedAtMicros;
        this.isAlive = isAlive;
        this.receiver = receiver;
    }

    void accept(StatusEntry entry) {
        switch (entry.event()) {
            case TransferStarted started -> {
                receiver.accept(entry);
                follow(started, entry);
            }
            case TransferDone done -> {
                CompletableFuture<StatusEntry> end = transfers.remove(done.transferId());
                if (end == null) {
                    receiver.accept(entry);
                } else {
                    end.complete(entry);
                }
            }
            case StatusEvent _ -> receiver.accept(entry);
        }
    }

    private void follow(TransferStarted transfer, StatusEntry begin) {
        String name = transfer.sending() ? names.sendingLog() : names.receivingLog();
        if (name == null) {
            return;
        }
        LoggedSegments.Side side =
                new LoggedSegments.Side(
                        transfer.transferId(),
                        begin.peer(),
                        transfer.sending(),
                        transfer.other(),
                        startedAtMicros,
                        begin.atMicros());
        CompletableFuture<StatusEntry> end = new CompletableFuture<>();
        transfers.put(transfer.transferId(), end);
        LoggedSegments segments =
                new LoggedSegments(folder.resolve(name), logs.getOrDefault(name, List.of()), side);
        Thread.ofVirtual()
                .name("log of " + begin.peer())
                .start(() -> {
                    report(segments, end);
                    logs.put(name, segments.allRows());
                });
    }

    /** Reports segments as they are logged, and the last ones soon after the transfer's end. */
    private void report(LoggedSegments segments, CompletableFuture<StatusEntry> end) {
        try {
            while (!end.isDone() && isAlive.getAsBoolean()) {
                Thread.sleep(WRITTEN_MS);
                segments.grown(TerminalPeer.now()).forEach(receiver);
            }
            Thread.sleep(WRITTEN_MS);
            @Nullable StatusEntry done = end.getNow(null);
            segments.rest(done == null ? TerminalPeer.now() : done.atMicros()).forEach(receiver);
            if (done != null && done.event() instanceof TransferDone event) {
                receiver.accept(
                        new StatusEntry(done.atMicros(), done.peer(), segments.withNumbers(event)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
