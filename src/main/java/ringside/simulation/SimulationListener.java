package ringside.simulation;

import ringside.ring.PeerId;
import ringside.status.StatusEntry;

/** Receives what the peers of a {@link Simulation} do, at once and on its thread. */
public interface SimulationListener {

    /** Ignores everything. */
    SimulationListener NONE =
            new SimulationListener() {
                @Override
                public void reported(StatusEntry entry) {}

                @Override
                public void printed(PeerId peer, String line) {}

                @Override
                public void ended(SimulatedPeer peer) {}
            };

    /** A peer reports an event; its time is virtual. */
    void reported(StatusEntry entry);

    /** A peer prints a line on its terminal that tells of more than a ping. */
    void printed(PeerId peer, String line);

    /** The process of a peer has ended by itself, as {@link SimulatedPeer#exit} says. */
    void ended(SimulatedPeer peer);
}
