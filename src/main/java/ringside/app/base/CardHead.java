package ringside.app.base;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first line of a card that lies over the ring: its title, and the button that closes it. */
public final class CardHead extends HBox {

    /**
     * Creates the line.
     *
     * @param card begins the id of the button, and the key of its words
     * @param closed called when the user closes the card
     */
    public CardHead(Label title, String card, Runnable closed) {
        title.setMaxWidth(Double.MAX_VALUE);
        setHgrow(title, Priority.ALWAYS);
        String words = Texts.text(card + ".close");
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId(card + "-close");
        close.getStyleClass().addAll("small", "flat");
        close.setTooltip(new Tooltip(words));
        close.setAccessibleText(words);
        close.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        close.setOnAction(event -> closed.run());
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(title, close);
    }
}
