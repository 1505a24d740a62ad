package ringside.scenario;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/** The ids in the lines of a scenario. Stateless; any thread may call. */
public final class ScenarioIds {

    private ScenarioIds() {}

    /** Returns the ids of all peers that a line names. */
    public static SortedSet<PeerId> of(Scenario scenario) {
        SortedSet<PeerId> ids = new TreeSet<>();
        var _ =
                mapped(
                        scenario,
                        id -> {
                            ids.add(id);
                            return id;
                        });
        return ids;
    }

    /** Returns a scenario with other ids in all its lines; what it says stays as it is. */
    static Scenario mapped(Scenario scenario, UnaryOperator<PeerId> to) {
        return new Scenario(
                scenario.name(),
                scenario.steps().stream()
                        .map(step ->
                                new Scenario.Step(
                                        step.number(), step.text(), mapped(step.line(), to)))
                        .toList());
    }

    private static ScenarioLine mapped(ScenarioLine line, UnaryOperator<PeerId> to) {
        return switch (line) {
            case ScenarioLine.Peers(List<PeerId> peers) ->
                    new ScenarioLine.Peers(mapped(peers, to));
            case ScenarioLine.Join(PeerId peer, PeerId known) ->
                    new ScenarioLine.Join(to.apply(peer), to.apply(known));
            case ScenarioLine.Do(Command command) -> new ScenarioLine.Do(mapped(command, to));
            case ScenarioLine.Wait(Condition condition, long withinMs) ->
                    new ScenarioLine.Wait(mapped(condition, to), withinMs);
            case ScenarioLine.Expect(Condition condition) ->
                    new ScenarioLine.Expect(mapped(condition, to));
            case ScenarioLine.Ask _, ScenarioLine.Say _ -> line;
        };
    }

    private static Command mapped(Command command, UnaryOperator<PeerId> to) {
        return switch (command) {
            case Command.Add(List<PeerId> peers) -> new Command.Add(mapped(peers, to));
            case Command.AddOn(List<PeerId> peers, String host) ->
                    new Command.AddOn(mapped(peers, to), host);
            case Command.Kill(List<PeerId> peers) -> new Command.Kill(mapped(peers, to));
            case Command.Pause(List<PeerId> peers) -> new Command.Pause(mapped(peers, to));
            case Command.Resume(List<PeerId> peers) -> new Command.Resume(mapped(peers, to));
            case Command.Restart(List<PeerId> peers) -> new Command.Restart(mapped(peers, to));
            case Command.Tell(List<PeerId> peers, PeerCommand what) ->
                    new Command.Tell(mapped(peers, to), mapped(what, to));
            case Command.TellAll(PeerCommand what) -> new Command.TellAll(mapped(what, to));
            case Command.CutLink(PeerId one, PeerId other) ->
                    new Command.CutLink(to.apply(one), to.apply(other));
            case Command.MendLink(PeerId one, PeerId other) ->
                    new Command.MendLink(to.apply(one), to.apply(other));
            case Command.ToHost _ -> command;
        };
    }

    private static PeerCommand mapped(PeerCommand command, UnaryOperator<PeerId> to) {
        return switch (command) {
            case PeerCommand.CutLink(PeerId other) -> new PeerCommand.CutLink(to.apply(other));
            case PeerCommand.MendLink(PeerId other) -> new PeerCommand.MendLink(to.apply(other));
            case PeerCommand.Request _,
                    PeerCommand.Store _,
                    PeerCommand.Quit _,
                    PeerCommand.SetLoss _,
                    PeerCommand.SetPingInterval _,
                    PeerCommand.SetWindow _,
                    PeerCommand.SetMisses _,
                    PeerCommand.SetShortcuts _,
                    PeerCommand.DropNext _,
                    PeerCommand.ReportSegments _,
                    PeerCommand.Capture _ ->
                    command;
        };
    }

    private static Condition mapped(Condition condition, UnaryOperator<PeerId> to) {
        return switch (condition) {
            case Condition.Ring(List<PeerId> members) -> new Condition.Ring(mapped(members, to));
            case Condition.Received e -> new Condition.Received(e.number(), to.apply(e.peer()));
            case Condition.NotFound e -> new Condition.NotFound(e.number(), to.apply(e.peer()));
            case Condition.Held e -> new Condition.Held(e.number(), to.apply(e.peer()));
            case Condition.Dead(PeerId peer) -> new Condition.Dead(to.apply(peer));
            case Condition.Ended(PeerId peer) -> new Condition.Ended(to.apply(peer));
            case Condition.Said(PeerId peer, String text) ->
                    new Condition.Said(to.apply(peer), text);
            case Condition.SameBytes e ->
                    new Condition.SameBytes(e.number(), to.apply(e.peer()), e.path());
            case Condition.Stored _, Condition.Hops _, Condition.Shortcuts _ -> condition;
        };
    }

    private static List<PeerId> mapped(List<PeerId> peers, UnaryOperator<PeerId> to) {
        return peers.stream().map(to).toList();
    }
}
