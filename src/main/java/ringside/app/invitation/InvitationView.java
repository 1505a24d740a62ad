package ringside.app.invitation;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.Texts;

/**
 * Says how others join the ring, for a projector: the code in large letters, the address, the line
 * to type, and the line as a picture for cameras (WINDOW 1.4).
 */
public final class InvitationView extends VBox {

    public InvitationView(JoinInvitation invitation) {
        setId("invitation");
        getStyleClass().addAll("bubble", "invitation");
        Button copy = copyButton(invitation.command());
        HBox line = new HBox(text("invitation-command", invitation.command()), copy);
        line.getStyleClass().add("bubble-row");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox words =
                new VBox(
                        caption("invitation.code"),
                        text("invitation-code", invitation.code()),
                        caption("invitation.address"),
                        text("invitation-address", invitation.address()),
                        caption("invitation.command"),
                        line);
        words.getStyleClass().add("invitation-words");
        HBox whole = new HBox(words, new QrPicture(invitation.toScan()));
        whole.getStyleClass().add("invitation-whole");
        Label end = new Label(Texts.text("invitation.end"));
        end.getStyleClass().add("invitation-end");
        getChildren().addAll(whole, end);
    }

    private static Label caption(String key) {
        Label caption = new Label(Texts.text(key));
        caption.getStyleClass().add("invitation-caption");
        return caption;
    }

    /** Returns a text that can be selected and copied, as wide as its words. */
    private static TextField text(String id, String words) {
        TextField text = new TextField(words);
        text.setId(id);
        text.getStyleClass().add("invitation-text");
        text.setEditable(false);
        text.setPrefColumnCount(words.length());
        text.setMinWidth(Region.USE_PREF_SIZE);
        text.setFocusTraversable(false);
        return text;
    }

    private static Button copyButton(String command) {
        Button copy = new Button(Texts.text("invitation.copy"), new FontIcon(Feather.COPY));
        copy.setId("invitation-copy");
        copy.getStyleClass().add("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(command);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }
}
