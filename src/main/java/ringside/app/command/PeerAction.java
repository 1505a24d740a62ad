package ringside.app.command;

import java.util.List;
import java.util.Locale;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The actions on one peer that take a single click. */
public enum PeerAction {
    QUIT,
    KILL,
    PAUSE,
    RESUME,
    RESTART;

    public Command command(PeerId peer) {
        List<PeerId> one = List.of(peer);
        return switch (this) {
            case QUIT -> new Command.Tell(one, new PeerCommand.Quit());
            case KILL -> new Command.Kill(one);
            case PAUSE -> new Command.Pause(one);
            case RESUME -> new Command.Resume(one);
            case RESTART -> new Command.Restart(one);
        };
    }

    /** Returns the action's name in texts and node ids, such as 'quit'. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
