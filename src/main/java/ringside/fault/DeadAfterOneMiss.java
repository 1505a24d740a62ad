package ringside.fault;

import ringside.peer.Effect;
import ringside.peer.Input;
import ringside.status.LifeEvent.SettingsChanged;
import ringside.status.NeighbourEvent.PingMissed;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/**
 * The first missed ping declares a successor dead (SPEC 2.3). The peer claims the limit that it was
 * given.
 */
final class DeadAfterOneMiss implements Deviation {

    private int claimed;

    DeadAfterOneMiss(PeerSettings given) {
        claimed = given.misses();
    }

    @Override
    public PeerSettings settings(PeerSettings given) {
        return given.withMisses(1);
    }

    @Override
    public void incoming(Input input, Border border) {
        if (input instanceof Input.Commanded(PeerCommand.SetMisses(int misses))) {
            claimed = misses;
            border.give(new Input.Commanded(new PeerCommand.SetMisses(1)));
        } else {
            border.give(input);
        }
    }

    @Override
    public void outgoing(Effect effect, Border border) {
        border.carryOut(
                switch (effect) {
                    case Effect.Report(SettingsChanged changed) ->
                            new Effect.Report(
                                    new SettingsChanged(changed.settings().withMisses(claimed)));
                    case Effect.Report(PingMissed missed) ->
                            new Effect.Report(
                                    new PingMissed(
                                            missed.target(),
                                            missed.sequence(),
                                            missed.missed(),
                                            claimed));
                    case Effect other -> other;
                });
    }
}
