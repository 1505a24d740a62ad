package ringside.app.lessons;

import java.util.List;
import java.util.Optional;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;

/**
 * The peers of a scenario that begins with a ring of its own, for which all others quit.
 *
 * @param peers empty for a scenario that takes the ring as it is
 */
record ScenarioPeers(Optional<List<PeerId>> peers) {

    static ScenarioPeers of(Scenario scenario) {
        for (Scenario.Step step : scenario.steps()) {
            if (step.line() instanceof ScenarioLine.Peers(List<PeerId> peers)) {
                return new ScenarioPeers(Optional.of(peers));
            }
        }
        return new ScenarioPeers(Optional.empty());
    }

    /** Counts the living peers that are not in the scenario. */
    int countOthers(RingState ring) {
        return peers.map(cast ->
                        (int)
                                ring.peers().stream()
                                        .filter(peer -> peer.phase().isAlive())
                                        .map(PeerState::id)
                                        .filter(id -> !cast.contains(id))
                                        .count())
                .orElse(0);
    }
}
