package ringside.app.launch;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.scenario.NumberedFiles;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.SampleStore;
import ringside.text.Messages;

/**
 * Stores the sample files on a ring as soon as each of its first peers knows its neighbours on both
 * sides, and hence what it owns. Receives entries on the threads on which they arrive.
 */
final class SampleFiles implements Consumer<StatusEntry> {

    private static final Logger LOGGER = System.getLogger("ringside.files");

    private final SampleStore ring;
    private final Path folder;
    private final List<PeerId> peers;
    private final Set<PeerId> notReady = ConcurrentHashMap.newKeySet();

    /**
     * Creates a listener that has stored nothing yet.
     *
     * @param folder of the files, each named by its number; others are ignored
     * @param peers the ring as it starts
     */
    SampleFiles(SampleStore ring, Path folder, List<PeerId> peers) {
        this.ring = ring;
        this.folder = folder;
        this.peers = peers;
        notReady.addAll(peers);
    }

    @Override
    public void accept(StatusEntry entry) {
        if (!notReady.isEmpty()
                && isReady(entry.event())
                && notReady.remove(entry.peer())
                && notReady.isEmpty()) {
            // The disk may take its time, and the peer that reports must not wait for it.
            Thread.ofPlatform().daemon().name("sample files").start(this::storeAll);
        }
    }

    /** Returns whether a peer has neighbours on both sides; a single peer only has to run. */
    private boolean isReady(StatusEvent event) {
        return peers.size() == 1
                ? event instanceof LifeEvent.Running
                : event instanceof NeighbourEvent.NeighboursChanged now
                        && !now.successors().isEmpty()
                        && !now.predecessors().isEmpty();
    }

    /** Stores each file at another peer, so that their transfers can be seen. */
    private void storeAll() {
        try {
            NumberedFiles found = NumberedFiles.in(folder);
            if (!found.others().isEmpty()) {
                LOGGER.log(
                        Level.INFO, Messages.LAUNCH.format("files.others", folder, found.others()));
            }
            int next = 0;
            for (Map.Entry<FileNumber, Path> file : found.byNumber().entrySet()) {
                store(file, peers.get(next % peers.size()));
                next++;
            }
        } catch (IOException e) {
            // Without the sample files the ring works as well, only emptier.
            LOGGER.log(Level.WARNING, Messages.LAUNCH.format("files.unreadable", folder), e);
        }
    }

    private void store(Map.Entry<FileNumber, Path> file, PeerId writer) {
        var _ = ring.storeSample(writer, file.getValue(), file.getKey());
    }
}
