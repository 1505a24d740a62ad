package ringside.app.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/** The living peers before a lesson and their settings, to give them back. Immutable. */
final class RingBefore {

    private static final String NAME = "ring";

    private final SortedMap<PeerId, PeerSettings> settings;

    private RingBefore(SortedMap<PeerId, PeerSettings> settings) {
        this.settings = settings;
    }

    /** Remembers all living peers. */
    static RingBefore of(RingState ring) {
        SortedMap<PeerId, PeerSettings> settings = new TreeMap<>();
        living(ring).forEach(peer -> settings.put(peer.id(), peer.settings()));
        return new RingBefore(settings);
    }

    /** Returns the peers, sorted. */
    List<PeerId> peers() {
        return List.copyOf(settings.keySet());
    }

    /** Returns whether exactly these peers live. */
    boolean isAlive(RingState now) {
        return living(now).stream()
                .map(PeerState::id)
                .collect(Collectors.toSet())
                .equals(settings.keySet());
    }

    /**
     * Returns the lines that turn a ring into this one, apart from settings: first those that are
     * paused go on, as a paused peer cannot leave.
     *
     * @return empty when exactly these peers live
     */
    Optional<Scenario> wayBack(RingState now) {
        if (isAlive(now)) {
            return Optional.empty();
        }
        List<ScenarioLine> lines = new ArrayList<>();
        List<PeerId> leaving =
                living(now).stream()
                        .filter(peer -> !settings.containsKey(peer.id()))
                        .map(PeerState::id)
                        .toList();
        List<PeerId> paused =
                living(now).stream()
                        .filter(peer -> leaving.contains(peer.id()))
                        .filter(peer -> peer.process().paused())
                        .map(PeerState::id)
                        .toList();
        if (!paused.isEmpty()) {
            lines.add(new ScenarioLine.Do(new Command.Resume(paused)));
        }
        lines.add(
                settings.isEmpty()
                        ? new ScenarioLine.Do(new Command.Tell(leaving, new PeerCommand.Quit()))
                        : new ScenarioLine.Peers(peers()));
        return Optional.of(
                new Scenario(
                        NAME, lines.stream().map(line -> new Scenario.Step(0, "", line)).toList()));
    }

    /**
     * Returns the commands that restore the changed settings of peers alive both then and now. A
     * setting that all had is told to all, so that peers that start later have it, too.
     */
    List<Command> settingsToGiveBack(RingState now) {
        List<PeerState> changed =
                living(now).stream().filter(peer -> settings.containsKey(peer.id())).toList();
        boolean areEqual = settings.values().stream().distinct().count() == 1;
        List<Command> commands = new ArrayList<>();
        for (PeerState peer : changed) {
            PeerSettings before = settings.getOrDefault(peer.id(), peer.settings());
            for (PeerCommand what : before.commandsFrom(peer.settings())) {
                Command command =
                        areEqual
                                ? new Command.TellAll(what)
                                : new Command.Tell(List.of(peer.id()), what);
                if (!commands.contains(command)) {
                    commands.add(command);
                }
            }
        }
        return commands;
    }

    private static List<PeerState> living(RingState ring) {
        return ring.peers().stream().filter(peer -> peer.phase().isAlive()).toList();
    }
}
