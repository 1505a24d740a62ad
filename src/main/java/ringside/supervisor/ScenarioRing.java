package ringside.supervisor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ringside.ring.PeerId;
import ringside.status.PlantedFault;

/** A ring that can also be started and ended. Thread-safe; all methods return at once. */
public interface ScenarioRing extends RingCommands {

    /**
     * Starts peers that know each other from the beginning (SPEC 1.2).
     *
     * @return completes when the processes are started
     */
    default CompletableFuture<Void> startRing(List<PeerId> peers) {
        return startRing(peers, Map.of());
    }

    /**
     * Starts a ring like {@link #startRing(List)}, in which some peers have a fault, also after a
     * restart (SPEC 7.7). Every other peer that starts from now on is sound.
     *
     * @return completes when the processes are started
     */
    CompletableFuture<Void> startRing(List<PeerId> peers, Map<PeerId, PlantedFault> faults);

    /**
     * Starts a peer that joins through a given one (SPEC 7.1).
     *
     * @return completes when the process is started
     */
    CompletableFuture<Void> join(PeerId peer, PeerId known);

    /**
     * Lets every peer quit gracefully, and kills those that have not ended after 5 s.
     *
     * @return completes when no process of this ring is left
     */
    CompletableFuture<Void> quitAll();
}
