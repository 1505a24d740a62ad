package ringside.program;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.status.FileEvent.TransferDone;
import ringside.status.FileEvent.TransferStarted;
import ringside.status.PeerEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.transcript.LogRow;

/**
 * Passes on what a peer reports, and adds what it writes into its folder: the segments of its
 * transfers from its logs, and their progress from the files that it receives (PROGRAMS 3.5, 3.6).
 * The end of a transfer waits for the log, which has its numbers. Call {@link #accept} on one
 * thread; the receiver is called on others, too.
 */
final class FolderReports {

    /** A log is written when its program says that the transfer is over, or a little later; ms. */
    private static final long WRITTEN_MS = 300;

    /** A file that still changes after so many looks is never complete. */
    private static final int LAST_LOOKS = 20;

    private final Path folder;
    private final Rules.Files names;
    private final ReceivedFiles received;
    private final long startedAtMicros;
    private final BooleanSupplier isAlive;
    private final Consumer<StatusEntry> receiver;
    private final Map<Long, CompletableFuture<StatusEntry>> transfers = new HashMap<>();

    /** The rows of each log after its last transfer. */
    private final Map<Path, List<LogRow>> logs = new ConcurrentHashMap<>();

    /**
     * Creates the reports of one life of a peer.
     *
     * @param received files of this peer, in this life and earlier ones
     * @param startedAtMicros when its program started
     * @param isAlive whether the program still runs, and may write
     */
    FolderReports(
            Path folder,
            Rules.Files names,
            ReceivedFiles received,
            long startedAtMicros,
            BooleanSupplier isAlive,
            Consumer<StatusEntry> receiver) {
        this.folder = folder;
        this.names = names;
        this.received = received;
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
        Optional<LoggedSegments> segments = segmentsOf(transfer, begin);
        Optional<ReceivedFile> file =
                transfer.sending()
                        ? Optional.empty()
                        : Optional.of(new ReceivedFile(received, transfer));
        if (segments.isEmpty() && file.isEmpty()) {
            return;
        }
        CompletableFuture<StatusEntry> end = new CompletableFuture<>();
        transfers.put(transfer.transferId(), end);
        Thread.ofPlatform()
                .daemon()
                .name("transfer of " + begin.peer())
                .start(() -> report(begin.peer(), segments, file, end));
    }

    private Optional<LoggedSegments> segmentsOf(TransferStarted transfer, StatusEntry begin) {
        String name = transfer.sending() ? names.sendingLog() : names.receivingLog();
        if (name == null) {
            return Optional.empty();
        }
        LoggedSegments.Side side =
                new LoggedSegments.Side(
                        transfer.transferId(),
                        begin.peer(),
                        transfer.sending(),
                        transfer.other(),
                        startedAtMicros,
                        begin.atMicros());
        Path log = folder.resolve(name);
        return Optional.of(new LoggedSegments(log, logs.getOrDefault(log, List.of()), side));
    }

    /** Reports what is written as it grows, and the last of it soon after the transfer's end. */
    private void report(
            PeerId peer,
            Optional<LoggedSegments> segments,
            Optional<ReceivedFile> file,
            CompletableFuture<StatusEntry> end) {
        try {
            while (!end.isDone() && isAlive.getAsBoolean()) {
                Thread.sleep(WRITTEN_MS);
                segments.ifPresent(log -> log.grown(TerminalPeer.now()).forEach(receiver));
                look(peer, segments, file);
            }
            boolean rests = false;
            for (int i = 0; i < LAST_LOOKS && !rests; i++) {
                Thread.sleep(WRITTEN_MS);
                look(peer, segments, file);
                rests = file.map(ReceivedFile::isAtRest).orElse(true);
            }
            @Nullable StatusEntry done = end.getNow(null);
            long endedAt = done == null ? TerminalPeer.now() : done.atMicros();
            segments.ifPresent(log -> log.rest(endedAt).forEach(receiver));
            segments.ifPresent(log -> logs.put(log.path(), log.allRows()));
            if (done != null && done.event() instanceof TransferDone event) {
                TransferDone counted = segments.map(log -> log.withNumbers(event)).orElse(event);
                TransferDone sized = file.map(its -> its.withSize(counted)).orElse(counted);
                receiver.accept(new StatusEntry(endedAt, peer, sized));
                file.flatMap(ReceivedFile::complete).ifPresent(written -> tell(peer, written));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(PeerId peer, Optional<LoggedSegments> segments, Optional<ReceivedFile> file) {
        file.flatMap(ReceivedFile::look)
                .map(growth -> segments.map(log -> log.withNumbers(growth)).orElse(growth))
                .ifPresent(growth -> tell(peer, growth));
    }

    private void tell(PeerId peer, PeerEvent event) {
        receiver.accept(new StatusEntry(TerminalPeer.now(), peer, event));
    }
}
