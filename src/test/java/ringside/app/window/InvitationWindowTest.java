package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import ringside.NeedsFonts;
import ringside.app.invitation.JoinInvitation;

/** The pop-over that says how others join the ring (WINDOW 1.4). */
@NeedsFonts
class InvitationWindowTest extends WindowFixture {

    private static final String CODE = "ABCD-EFGH";
    private static final String ADDRESS = "10.77.0.1";
    private static final String COMMAND = "./run-ring.sh join 10.77.0.1 ABCD-EFGH";

    private static final int MODULE = 6;
    private static final int QUIET_ZONE = 4;

    @Override
    Optional<JoinInvitation> invitation() {
        return Optional.of(new JoinInvitation(COMMAND, ADDRESS, CODE));
    }

    private String field(String query) {
        TextField field = user.lookup(query).queryAs(TextField.class);
        assertThat(field.isEditable()).isFalse();
        return field.getText();
    }

    @Test
    void othersAreToldTheCodeTheAddressTheLineAndThePicture() {
        assertThat(isShown("#settings-at-a-glance")).isFalse();
        user.clickOn("#invite");
        until(() -> isShown("#invitation"));
        assertThat(field("#invitation-code")).isEqualTo(CODE);
        assertThat(field("#invitation-address")).isEqualTo(ADDRESS);
        assertThat(field("#invitation-command")).isEqualTo(COMMAND);
        user.clickOn("#invitation-copy");
        assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(COMMAND);
        QrCode expected = QrCode.encodeText("ringside join 10.77.0.1 ABCD-EFGH", QrCode.Ecc.MEDIUM);
        assertThat(modules(expected.size)).isEqualTo(modules(expected));
    }

    private static String modules(QrCode code) {
        StringBuilder lines = new StringBuilder();
        for (int y = -QUIET_ZONE; y < code.size + QUIET_ZONE; y++) {
            for (int x = -QUIET_ZONE; x < code.size + QUIET_ZONE; x++) {
                lines.append(code.getModule(x, y) ? '#' : '.');
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    /** Returns the modules as they are drawn; others than black and white are question marks. */
    private String modules(int size) {
        Region picture = user.lookup("#invitation-qr").queryAs(Region.class);
        int whole = (size + 2 * QUIET_ZONE) * MODULE;
        assertThat(picture.getWidth()).isEqualTo(whole);
        WritableImage image = picture.snapshot(null, null);
        PixelReader pixels = image.getPixelReader();
        StringBuilder lines = new StringBuilder();
        for (int y = MODULE / 2; y < whole; y += MODULE) {
            for (int x = MODULE / 2; x < whole; x += MODULE) {
                Color colour = pixels.getColor(x, y);
                lines.append(
                        colour.equals(Color.BLACK) ? '#' : colour.equals(Color.WHITE) ? '.' : '?');
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
