package ringside.supervisor;

import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/** What all peers were told, so that those that come later hear of it. Any thread may call. */
final class RingWideSettings {

    private PeerSettings behaviour;
    private boolean reportSegments;

    RingWideSettings(PeerSettings behaviour) {
        this.behaviour = behaviour;
    }

    synchronized PeerSettings behaviour() {
        return behaviour;
    }

    synchronized boolean reportSegments() {
        return reportSegments;
    }

    /** Keeps a setting; other commands concern only those that hear them. */
    synchronized void note(PeerCommand command) {
        switch (command) {
            case PeerCommand.SetLoss(double loss) -> behaviour = behaviour.withLoss(loss);
            case PeerCommand.SetPingInterval(long intervalMs) ->
                    behaviour = behaviour.withPingIntervalMs(intervalMs);
            case PeerCommand.SetWindow(int window) -> behaviour = behaviour.withWindow(window);
            case PeerCommand.SetMisses(int misses) -> behaviour = behaviour.withMisses(misses);
            case PeerCommand.ReportSegments(boolean on) -> reportSegments = on;
            case PeerCommand.Request _,
                    PeerCommand.Store _,
                    PeerCommand.Quit _,
                    PeerCommand.DropNext _,
                    PeerCommand.CutLine _,
                    PeerCommand.MendLine _ -> {}
        }
    }
}
