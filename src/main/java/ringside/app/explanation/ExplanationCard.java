package ringside.app.explanation;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.app.base.CardHead;
import ringside.app.base.Texts;

/** A card with an event, its reason and the rule behind it; it stays open until closed. */
public final class ExplanationCard extends VBox {

    private static final double WIDTH = 350;

    private final Label title = label("explanation-title");
    private final Label text = label("explanation-text");
    private final Label heading = label("explanation-heading");
    private final Label rule = label("explanation-rule");

    /**
     * Creates the card, hidden at first.
     *
     * @param closed called when the user closes it
     * @param messageWanted called when the user wants to see the messages of its event
     * @param spiralWanted called when the user wants to see the way of its request
     */
    public ExplanationCard(
            ExplanationViewModel model,
            Runnable closed,
            Runnable messageWanted,
            Runnable spiralWanted) {
        setId("explanation-card");
        getStyleClass().add("explanation-card");
        VBox reason = new VBox(heading, rule);
        reason.getStyleClass().add("explanation-reason");
        Hyperlink message = link("explanation.message", messageWanted);
        message.setId("explanation-message");
        showWhile(message, model.messageOfferedProperty());
        Hyperlink spiral = link("explanation.spiral", spiralWanted);
        spiral.setId("explanation-spiral");
        showWhile(spiral, model.spiralOfferedProperty());
        getChildren()
                .addAll(new CardHead(title, "explanation", closed), text, message, spiral, reason);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        model.cardProperty().subscribe(this::show);
    }

    private static Hyperlink link(String key, Runnable wanted) {
        Hyperlink link = new Hyperlink(Texts.text(key));
        link.setWrapText(true);
        link.setOnAction(event -> {
            link.setVisited(false);
            wanted.run();
        });
        return link;
    }

    private static void showWhile(Hyperlink link, ObservableBooleanValue offered) {
        link.visibleProperty().bind(offered);
        link.managedProperty().bind(offered);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(id);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void show(ExplanationViewModel.@Nullable Card card) {
        setVisible(card != null);
        setManaged(card != null);
        if (card != null) {
            title.setText(card.title());
            text.setText(card.text());
            heading.setText(card.heading());
            rule.setText(card.rule());
        }
    }
}
