package ringside.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.status.PeerSettings;

class SharedSettingsTest {

    @Test
    void aSettingThatAllPeersShareIsShown() {
        SharedSettings shared =
                SharedSettings.of(List.of(PeerSettings.DEFAULTS, PeerSettings.DEFAULTS));
        assertThat(shared.pingInterval()).isEqualTo("1.0 s");
        assertThat(shared.loss()).isEqualTo("10 %");
        assertThat(shared.lossShare()).hasValue(0.1);
        assertThat(shared.shortcuts()).contains(false);
    }

    @Test
    void onePeersOwnSettingIsNotTakenForThatOfTheRing() {
        SharedSettings shared =
                SharedSettings.of(
                        List.of(
                                PeerSettings.DEFAULTS.withLoss(0.5).withShortcuts(true),
                                PeerSettings.DEFAULTS));
        assertThat(shared.loss()).isEqualTo("differs");
        assertThat(shared.lossShare()).isEmpty();
        assertThat(shared.shortcuts()).isEmpty();
        assertThat(shared.mss()).isEqualTo("400");
    }
}
