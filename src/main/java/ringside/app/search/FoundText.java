package ringside.app.search;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * One line of text with the matches of a search highlighted; its labels are created once and
 * refilled. JavaFX thread only.
 */
public final class FoundText extends HBox {

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final String pieceClass;

    /** Creates an empty line, whose pieces have a style class. */
    public FoundText(String pieceClass) {
        this.pieceClass = pieceClass;
        getStyleClass().add("found-text");
    }

    /** Shows a text and highlights some words, in lower case and none of them empty. */
    public void write(String text, List<String> words) {
        List<Highlight> parts = Highlight.in(text, words);
        while (getChildren().size() > parts.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < parts.size()) {
            Label label = new Label();
            label.getStyleClass().add(pieceClass);
            getChildren().add(label);
        }
        for (int i = 0; i < parts.size(); i++) {
            Label label = (Label) getChildren().get(i);
            label.setText(parts.get(i).piece());
            label.pseudoClassStateChanged(FOUND, parts.get(i).found());
        }
    }
}
