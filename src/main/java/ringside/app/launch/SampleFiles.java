package ringside.app.launch;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.scenario.NumberedFiles;
import ringside.status.EventSource;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.SampleStore;
import ringside.text.Messages;

/**
 * The events of a ring as its window takes them, with each of its frames. Stores the sample files
 * on the ring once the window shows that each of the first peers knows its neighbours on both
 * sides, and hence what it owns: earlier, their transfers would only delay the first picture. For
 * the thread of the window.
 */
final class SampleFiles implements EventSource {

    private static final Logger LOGGER = System.getLogger("ringside.files");

    /** Frames from taking an event to a picture of it: a frame is painted during the next one. */
    private static final int FRAMES_TO_PICTURE = 3;

    private final EventSource events;
    private final SampleStore ring;
    private final Path folder;
    private final List<PeerId> peers;
    private final Set<PeerId> notReady;
    private int framesLeft = FRAMES_TO_PICTURE;

    /**
     * Creates a source that has stored nothing yet.
     *
     * @param events of the ring
     * @param folder of the files, each named by its number; others are ignored
     * @param peers the ring as it starts
     */
    SampleFiles(EventSource events, SampleStore ring, Path folder, List<PeerId> peers) {
        this.events = events;
        this.ring = ring;
        this.folder = folder;
        this.peers = peers;
        notReady = new HashSet<>(peers);
    }

    @Override
    public int drain(Consumer<StatusEntry> receiver, int most) {
        if (framesLeft == 0) {
            return events.drain(receiver, most);
        }
        int taken = events.drain(receiver.andThen(this::note), most);
        if (notReady.isEmpty()) {
            framesLeft--;
            if (framesLeft == 0) {
                // The disk may take its time, and the window must not wait for it.
                Thread.ofPlatform().daemon().name("sample files").start(this::storeAll);
            }
        }
        return taken;
    }

    private void note(StatusEntry entry) {
        if (isReady(entry.event())) {
            notReady.remove(entry.peer());
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
