package ringside.app.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;
import ringside.status.Command;
import ringside.status.PeerCommand;

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

    /**
     * Returns a scenario that begins with processes of its own, whatever has happened to those that
     * live: they end first.
     */
    static Scenario afresh(Scenario scenario, RingState ring) {
        List<PeerState> alive =
                ring.peers().stream().filter(peer -> peer.phase().isAlive()).toList();
        List<Scenario.Step> steps = new ArrayList<>();
        List<PeerId> byHand = ids(alive, peer -> peer.process().byHand());
        List<PeerId> others = ids(alive, peer -> !peer.process().byHand());
        if (!byHand.isEmpty()) {
            steps.add(first(new Command.Tell(byHand, new PeerCommand.Quit())));
        }
        if (!others.isEmpty()) {
            steps.add(first(new Command.Kill(others)));
        }
        steps.addAll(scenario.steps());
        return new Scenario(scenario.name(), steps);
    }

    private static List<PeerId> ids(List<PeerState> peers, Predicate<PeerState> which) {
        return peers.stream().filter(which).map(PeerState::id).toList();
    }

    private static Scenario.Step first(Command command) {
        return new Scenario.Step(0, "", new ScenarioLine.Do(command));
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
