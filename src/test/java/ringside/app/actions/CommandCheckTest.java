package ringside.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.CommandParser;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;

/** The reasons for refusing a command: it is refused when none of its peers can carry it out. */
class CommandCheckTest {

    private static final RingState RING =
            RingState.EMPTY
                    .after(entry(5, new ProcessEvent.ProcessStarted(99, 50_005)))
                    .after(entry(5, new LifeEvent.Running()))
                    .after(entry(8, new ProcessEvent.ProcessStarted(98, 50_008)))
                    .after(entry(8, new LifeEvent.Running()))
                    .after(entry(8, new ProcessEvent.ProcessPaused()));

    private static StatusEntry entry(int peer, StatusEvent event) {
        return new StatusEntry(1_000_000, new PeerId(peer), event);
    }

    private static String reason(String command) {
        return CommandCheck.disabledReason(CommandParser.parse(command), RING).orElse("");
    }

    @Test
    void anAllowedCommandHasNoDisabledReason() {
        assertThat(reason("kill 5")).isEmpty();
        assertThat(reason("add 7")).isEmpty();
        assertThat(reason("request 2012 from 5")).isEmpty();
        assertThat(reason("set loss 0.5")).isEmpty();
    }

    @Test
    void aDisabledCommandHasAReason() {
        assertThat(reason("add 5")).isEqualTo("Peer 5 is already running.");
        assertThat(reason("kill 99")).isEqualTo("Peer 99 is not on this ring.");
        assertThat(reason("pause 8")).isEqualTo("Peer 8 is paused: resume it first.");
        assertThat(reason("request 2012 from 8")).isEqualTo("Peer 8 is paused: resume it first.");
        assertThat(reason("quit 8")).isEqualTo("Peer 8 is paused: resume it first.");
    }

    @Test
    void aLinkIsCutOrMendedOnlyBetweenPeersThatTakeCommands() {
        assertThat(reason("cut 5 99")).isEqualTo("Peer 99 is not on this ring.");
        assertThat(reason("cut 8 5")).isEqualTo("Peer 8 is paused: resume it first.");
        assertThat(reason("mend 5 8")).isEqualTo("Peer 8 is paused: resume it first.");
    }

    @Test
    void aCommandIsAllowedIfSomeOfItsPeersCanCarryItOut() {
        assertThat(reason("kill 5 99")).isEmpty();
        assertThat(reason("add 5 7")).isEmpty();
    }
}
