package ringside.supervisor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ringside.ring.PeerId;
import ringside.status.PlantedFault;

/** A ring that can also be started and ended, by the threads that may command it. */
public interface ScenarioRing extends RingCommands, SampleStore, PeerFiles {

    /**
     * Starts peers that know each other from the beginning (SPEC 1.2).
     *
     * @return completes when the processes are started
     */
    CompletableFuture<Void> startRing(List<PeerId> peers);

    /**
     * Gives these peers a fault whenever they start from now on, and all others none (SPEC 7.7).
     *
     * @return completes when that is in force; fails with an {@link ActionFailedException} when the
     *     peers run a program without faults
     */
    CompletableFuture<Void> plant(Map<PeerId, PlantedFault> faults);

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
