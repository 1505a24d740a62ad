package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.LifeEvent;
import ringside.status.ProcessEvent;

/** The hosts of peers: their entry in the legend, and what an arc says and offers (WINDOW 2.13). */
@NeedsFonts
class HostsWindowTest extends WindowFixture {

    private void moveTo(String host, int... peers) {
        for (int value : peers) {
            PeerId peer = id(value);
            ring.tell(peer, new ProcessEvent.ProcessStarted(4_711, 50_000 + value, host));
            ring.tell(peer, new LifeEvent.Running());
        }
    }

    /** Clicks on the middle of an arc, which is not that of its bounds. */
    private void clickOnArc(String query) {
        Polyline arc = user.lookup(query).queryAs(Polyline.class);
        List<Double> points = arc.getPoints();
        int middle = points.size() / 4 * 2;
        user.clickOn(arc.localToScreen(points.get(middle), points.get(middle + 1)));
    }

    @Test
    void theArcOfAHostSaysHowItIsAndUnplugsIt() {
        until(() -> isShown("#peer-43"));
        assertThat(isShown("#legend-host")).isFalse();
        moveTo("lab07", 43, 77, 104);
        until(() -> isShown("#legend-host"));
        until(() -> tooltip("#host-lab07").equals("lab07: 3 peers live"));
        assertThat(tooltip("#host-here")).isEqualTo("this machine: 5 peers live");
        clickOnArc("#host-here");
        assertThat(isShown("#menu-host")).isFalse();
        clickOnArc("#host-lab07");
        until(() -> isShown("#menu-host"));
        user.clickOn("#menu-host");
        until(() -> ring.commands().contains(new Command.CutHost("lab07")));
        ring.tell(id(43), new ProcessEvent.HostCut("lab07"));
        until(() -> tooltip("#host-lab07").equals("lab07 \u00b7 cut off: 3 peers live"));
    }
}
