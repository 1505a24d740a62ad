package ringside.app.lessons;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/**
 * The settings of the peers before a lesson, to restore them if it is not played to its end.
 * Immutable.
 */
final class SettingsBefore {

    private final Map<PeerId, PeerSettings> settings;

    private SettingsBefore(Map<PeerId, PeerSettings> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** Remembers the settings of all living peers. */
    static SettingsBefore of(RingState ring) {
        Map<PeerId, PeerSettings> settings = new HashMap<>();
        living(ring).forEach(peer -> settings.put(peer.id(), peer.settings()));
        return new SettingsBefore(settings);
    }

    /** Returns the commands that restore changed settings of peers alive both then and now. */
    List<Command> toGiveBack(RingState now) {
        List<Command> commands = new ArrayList<>();
        for (PeerState peer : living(now)) {
            PeerSettings before = settings.getOrDefault(peer.id(), peer.settings());
            for (PeerCommand what : before.commandsFrom(peer.settings())) {
                commands.add(new Command.Tell(List.of(peer.id()), what));
            }
        }
        return commands;
    }

    private static List<PeerState> living(RingState ring) {
        return ring.peers().stream().filter(peer -> peer.phase().isAlive()).toList();
    }
}
