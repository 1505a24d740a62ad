package ringside.status;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ringside.ring.PeerId;

/**
 * Formats commands as a user would type them: the inverse of {@link CommandParser}. Lets a menu
 * action be shown, kept in the history and put into a scenario file.
 */
public final class CommandText {

    private CommandText() {}

    /** Returns text that {@link CommandParser#parse} parses to the same command. */
    public static String of(Command command) {
        return switch (command) {
            case Command.Add add -> "add " + join(add.peers());
            case Command.AddOn add -> "add " + join(add.peers()) + " on " + add.host();
            case Command.Kill kill -> "kill " + join(kill.peers());
            case Command.Pause pause -> "pause " + join(pause.peers());
            case Command.Resume resume -> "resume " + join(resume.peers());
            case Command.Restart restart -> "restart " + join(restart.peers());
            case Command.Tell tell -> ofTell(tell.what(), join(tell.peers()));
            case Command.CutLink cut -> "cut " + cut.one() + " " + cut.other();
            case Command.MendLink mend -> "mend " + mend.one() + " " + mend.other();
            case Command.CutHost cut -> "cut host " + cut.host();
            case Command.MendHost mend -> "mend host " + mend.host();
            case Command.TellAll all -> of(all.what());
        };
    }

    /** Returns text that {@link CommandParser#parseAtPeer} parses to the same command. */
    public static String of(PeerCommand command) {
        return switch (command) {
            case PeerCommand.Request request -> "request " + request.number();
            case PeerCommand.Store store ->
                    "store " + Quoted.quoteIfNeeded(store.path()) + " as " + store.number();
            case PeerCommand.Quit quit -> "quit";
            case PeerCommand.SetLoss set -> "set loss " + trimmed(set.loss());
            case PeerCommand.SetPingInterval set -> "set ping " + set.pingIntervalMs() + "ms";
            case PeerCommand.SetWindow set -> "set window " + set.window();
            case PeerCommand.SetMisses set -> "set misses " + set.misses();
            case PeerCommand.SetShortcuts set -> "set shortcuts " + onOrOff(set.on());
            case PeerCommand.DropNext drop ->
                    switch (drop.what()) {
                        case SEGMENT -> "drop segment";
                        case ACKNOWLEDGEMENT -> "drop ack";
                    };
            case PeerCommand.CutLink cut -> "cut " + cut.to();
            case PeerCommand.MendLink mend -> "mend " + mend.to();
            case PeerCommand.ReportSegments report -> "set segments " + onOrOff(report.on());
            case PeerCommand.Capture capture -> "capture " + onOrOff(capture.on());
        };
    }

    private static String ofTell(PeerCommand what, String peers) {
        return switch (what) {
            case PeerCommand.Quit quit -> "quit " + peers;
            case PeerCommand.Request request -> of(request) + " from " + peers;
            case PeerCommand.Store store -> of(store) + " at " + peers;
            case PeerCommand.SetLoss set -> of(set) + " at " + peers;
            case PeerCommand.SetPingInterval set -> of(set) + " at " + peers;
            case PeerCommand.SetWindow set -> of(set) + " at " + peers;
            case PeerCommand.SetMisses set -> of(set) + " at " + peers;
            case PeerCommand.SetShortcuts set -> of(set) + " at " + peers;
            case PeerCommand.DropNext drop -> of(drop) + " at " + peers;
            case PeerCommand.CutLink cut -> of(cut) + " at " + peers;
            case PeerCommand.MendLink mend -> of(mend) + " at " + peers;
            case PeerCommand.ReportSegments report -> of(report) + " at " + peers;
            case PeerCommand.Capture capture -> of(capture) + " at " + peers;
        };
    }

    private static String onOrOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String trimmed(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }

    private static String join(List<PeerId> peers) {
        return peers.stream().map(PeerId::toString).collect(Collectors.joining(" "));
    }
}
