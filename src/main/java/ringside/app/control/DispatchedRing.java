package ringside.app.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PlantedFault;
import ringside.supervisor.ScenarioRing;

/**
 * The ring of the window as lessons command it: through the {@link CommandDispatcher}, so that a
 * lesson is refused what a button would be refused, in the same words. Starting a whole ring,
 * planting faults, storing samples, joining through a chosen peer and ending all have no button,
 * and go to the ring itself. Thread-safe.
 */
public final class DispatchedRing implements ScenarioRing {

    private final ScenarioRing ring;
    private final CommandDispatcher dispatcher;

    /** Creates a view of a ring, commanded through a dispatcher for the same ring. */
    public DispatchedRing(ScenarioRing ring, CommandDispatcher dispatcher) {
        this.ring = ring;
        this.dispatcher = dispatcher;
    }

    @Override
    public CompletableFuture<Void> carryOut(Command command) {
        return CompletableFuture.completedFuture(command)
                .thenComposeAsync(dispatcher::carryOut, dispatcher::later);
    }

    @Override
    public CompletableFuture<Void> storeSample(PeerId writer, Path sample, FileNumber number) {
        return ring.storeSample(writer, sample, number);
    }

    @Override
    public CompletableFuture<Void> startRing(List<PeerId> peers) {
        return ring.startRing(peers);
    }

    @Override
    public CompletableFuture<Void> plant(Map<PeerId, PlantedFault> faults) {
        return ring.plant(faults);
    }

    @Override
    public CompletableFuture<Void> join(PeerId peer, PeerId known) {
        return ring.join(peer, known);
    }

    @Override
    public boolean mayHave(PeerId peer, String path) {
        return ring.mayHave(peer, path);
    }

    @Override
    public CompletableFuture<Path> fileOf(PeerId peer, String path) {
        return ring.fileOf(peer, path);
    }

    @Override
    public CompletableFuture<Void> quitAll() {
        return ring.quitAll();
    }
}
