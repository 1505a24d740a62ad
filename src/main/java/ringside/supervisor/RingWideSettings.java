package ringside.supervisor;

import java.util.ArrayList;
import java.util.List;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/** The settings last sent to all peers, for those that start later (SPEC 9.4). Thread-safe. */
public final class RingWideSettings {

    private PeerSettings behaviour;
    private boolean reportSegments;
    private boolean capture;

    /** Begins with the settings of the first peer. */
    public RingWideSettings(PeerSettings behaviour) {
        this.behaviour = behaviour;
    }

    /** Returns the settings with which a peer starts now. */
    public synchronized PeerSettings behaviour() {
        return behaviour;
    }

    /** Returns the commands that bring a peer with other settings to these. */
    synchronized List<PeerCommand> commandsFor(PeerSettings other) {
        return behaviour.commandsFrom(other);
    }

    /**
     * Returns the commands that have a fresh peer report as the others do: a transfer with only one
     * reporting side would look as if everything were lost.
     */
    public synchronized List<PeerCommand> reportingCommands() {
        List<PeerCommand> commands = new ArrayList<>();
        if (reportSegments) {
            commands.add(new PeerCommand.ReportSegments(true));
        }
        if (capture) {
            commands.add(new PeerCommand.Capture(true));
        }
        return commands;
    }

    /** Records a setting; other commands concern only their receivers. */
    public synchronized void note(PeerCommand command) {
        switch (command) {
            case PeerCommand.SetLoss(double loss) -> behaviour = behaviour.withLoss(loss);
            case PeerCommand.SetPingInterval(long intervalMs) ->
                    behaviour = behaviour.withPingIntervalMs(intervalMs);
            case PeerCommand.SetWindow(int window) -> behaviour = behaviour.withWindow(window);
            case PeerCommand.SetMisses(int misses) -> behaviour = behaviour.withMisses(misses);
            case PeerCommand.SetShortcuts(boolean on) -> behaviour = behaviour.withShortcuts(on);
            case PeerCommand.ReportSegments(boolean on) -> reportSegments = on;
            case PeerCommand.Capture(boolean on) -> capture = on;
            case PeerCommand.Request _,
                    PeerCommand.Store _,
                    PeerCommand.Quit _,
                    PeerCommand.DropNext _,
                    PeerCommand.CutLink _,
                    PeerCommand.MendLink _ -> {}
        }
    }
}
