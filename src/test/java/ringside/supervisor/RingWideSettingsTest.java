package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/** SPEC 9.4: a setting for all peers also reaches those that were just starting. */
class RingWideSettingsTest {

    private final RingWideSettings settings = new RingWideSettings(PeerSettings.DEFAULTS);

    @Test
    void everySettingForAllPeersReachesALaterPeer() {
        List<PeerCommand> told =
                List.of(
                        new PeerCommand.SetLoss(0.5),
                        new PeerCommand.SetPingInterval(250),
                        new PeerCommand.SetWindow(8),
                        new PeerCommand.SetMisses(7),
                        new PeerCommand.SetShortcuts(true));
        told.forEach(settings::note);

        assertThat(settings.commandsFor(PeerSettings.DEFAULTS)).isEqualTo(told);
        assertThat(settings.commandsFor(settings.behaviour())).isEmpty();
        assertThat(settings.reportingCommands()).isEmpty();
    }

    @Test
    void whatAllPeersReportALaterPeerReportsToo() {
        settings.note(new PeerCommand.ReportSegments(true));
        settings.note(new PeerCommand.Capture(true));
        assertThat(settings.reportingCommands())
                .containsExactly(
                        new PeerCommand.ReportSegments(true), new PeerCommand.Capture(true));

        settings.note(new PeerCommand.Capture(false));
        assertThat(settings.reportingCommands())
                .containsExactly(new PeerCommand.ReportSegments(true));
    }
}
