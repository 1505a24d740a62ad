package ringside.app.lessons;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.Texts;

/** Whether a prediction was right, with the answer, and the hands as bars. */
final class VerdictView extends VBox {

    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    private final Label mark = new Label();
    private final Label text = CardView.label("card-verdict");
    private final Label hands = CardView.label("card-hands-right");
    private final VBox bars = new VBox();

    VerdictView(ObservableValue<Verdict> verdict) {
        getStyleClass().add("verdict");
        bars.setId("card-bars");
        bars.getStyleClass().add("hands-bars");
        mark.getStyleClass().add("verdict-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        HBox words = new HBox(mark, text);
        words.getStyleClass().add("verdict-words");
        getChildren().addAll(words, bars, hands);
        verdict.subscribe(this::show);
    }

    private void show(Verdict verdict) {
        boolean isShown = verdict.look() != Verdict.Look.NONE;
        setVisible(isShown);
        setManaged(isShown);
        for (Verdict.Look look : Verdict.Look.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(
                            look.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    look == verdict.look());
        }
        text.setText(verdict.text());
        mark.setGraphic(
                switch (verdict.look()) {
                    case RIGHT -> new FontIcon(Feather.CHECK);
                    case NOT_QUITE -> new FontIcon(Feather.X);
                    case NONE, UNJUDGED -> null;
                });
        mark.setManaged(mark.getGraphic() != null);
        hands.setText(verdict.hands());
        bars.getChildren().setAll(verdict.bars().stream().map(VerdictView::bar).toList());
        bars.setManaged(!verdict.bars().isEmpty());
    }

    private static VBox bar(Verdict.Bar bar) {
        Label words =
                new Label(
                        Texts.text(
                                bar.isRight() ? "hands.bar.right" : "hands.bar",
                                bar.choice(),
                                bar.hands()));
        words.getStyleClass().add("hands-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Region filled = new Region();
        filled.getStyleClass().add("hands-filled");
        filled.pseudoClassStateChanged(RIGHT, bar.isRight());
        StackPane track = new StackPane(filled);
        track.getStyleClass().add("hands-track");
        filled.maxWidthProperty().bind(track.widthProperty().multiply(bar.share()));
        return new VBox(words, track);
    }
}
