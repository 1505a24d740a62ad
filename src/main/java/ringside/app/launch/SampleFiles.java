package ringside.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ringside.ring.FileName;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.PeerCommand;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.RingControl;

/**
 * A ring onto which the sample files are put as soon as each of its first peers knows its
 * neighbours on both sides, and with them what it owns.
 */
final class SampleFiles implements RingControl {

    private final RingControl ring;
    private final Path folder;
    private final List<PeerId> peers;
    private final Set<PeerId> notReady = ConcurrentHashMap.newKeySet();

    /**
     * Takes the ring and what goes onto it.
     *
     * @param folder of the files, each named by its number
     * @param peers the ring as it starts
     */
    SampleFiles(RingControl ring, Path folder, List<PeerId> peers) {
        this.ring = ring;
        this.folder = folder;
        this.peers = peers;
        notReady.addAll(peers);
    }

    @Override
    public CompletableFuture<Void> carryOut(Command command) {
        return ring.carryOut(command);
    }

    @Override
    public CompletableFuture<Void> quitAll() {
        return ring.quitAll();
    }

    @Override
    public int drain(Consumer<StatusEntry> receiver, int most) {
        return ring.drain(notReady.isEmpty() ? receiver : receiver.andThen(this::watch), most);
    }

    private void watch(StatusEntry entry) {
        if (isReady(entry.event())
                && notReady.remove(entry.peer())
                && notReady.isEmpty()) {
            storeAll();
        }
    }

    /** With neighbours on both sides; a peer that starts alone, once it runs. */
    private boolean isReady(StatusEvent event) {
        return peers.size() == 1
                ? event instanceof LifeEvent.Running
                : event instanceof NeighbourEvent.NeighboursChanged now
                        && !now.successors().isEmpty()
                        && !now.predecessors().isEmpty();
    }

    /** Each at another peer, so that one sees them travel. */
    private void storeAll() {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.sorted().toList();
            for (int i = 0; i < files.size(); i++) {
                store(files.get(i), peers.get(i % peers.size()));
            }
        } catch (IOException e) {
            // Without the sample files the ring is as good, only emptier.
        }
    }

    private void store(Path file, PeerId writer) {
        FileName name = FileName.parse(file.getFileName().toString());
        var _ =
                ring.carryOut(
                        new Command.Tell(
                                List.of(writer),
                                new PeerCommand.Store(file.toString(), name.number())));
    }
}
