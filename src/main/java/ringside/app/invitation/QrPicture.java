package ringside.app.invitation;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import ringside.app.base.Texts;

/**
 * A text as a QR picture: black on white in every theme, with the white border that a camera needs.
 */
final class QrPicture extends StackPane {

    /** Width of a module, in pixels: whole, so that no line is seen between two. */
    static final int MODULE = 6;

    /** Width of the white border, in modules, as the standard (ISO 18004) has it. */
    static final int QUIET_ZONE = 4;

    QrPicture(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        SVGPath black = new SVGPath();
        black.setContent(path(code));
        black.setFill(Color.BLACK);
        double size = (code.size + 2.0 * QUIET_ZONE) * MODULE;
        setBackground(Background.fill(Color.WHITE));
        getChildren().add(black);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setId("invitation-qr");
        setAccessibleText(Texts.text("invitation.qr"));
    }

    /** Returns the outline of all black modules: one shape, whose parts have no gaps. */
    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x * MODULE).append(' ').append(y * MODULE);
                    path.append('h').append(MODULE).append('v').append(MODULE);
                    path.append('h').append(-MODULE).append('z');
                }
            }
        }
        return path.toString();
    }
}
