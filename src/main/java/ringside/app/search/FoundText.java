package ringside.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * One line of text with the matches of a search highlighted, and with marks; its labels are created
 * once and refilled. JavaFX thread only.
 */
public final class FoundText extends HBox {

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final String pieceClass;
    private final Set<PseudoClass> styles;

    /**
     * A part of the text with a style of its own.
     *
     * @param from its first character
     * @param to the one after its last
     */
    public record Mark(int from, int to, PseudoClass style) {

        private boolean covers(int at) {
            return at >= from && at < to;
        }
    }

    /**
     * Creates an empty line, whose pieces have a style class.
     *
     * @param styles of its marks
     */
    public FoundText(String pieceClass, PseudoClass... styles) {
        this.pieceClass = pieceClass;
        this.styles = Set.of(styles);
        getStyleClass().add("found-text");
    }

    /** Shows a text and highlights some words, in lower case and none of them empty. */
    public void write(String text, List<String> words) {
        write(text, words, List.of());
    }

    /** Shows a text with marks, and highlights some words, in lower case and none of them empty. */
    public void write(String text, List<String> words, List<Mark> marks) {
        int used = 0;
        int start = 0;
        for (Highlight part : Highlight.in(text, words)) {
            int end = start + part.piece().length();
            List<Integer> cuts = cuts(start, end, marks);
            for (int i = 0; i + 1 < cuts.size(); i++) {
                Label label = label(used++);
                int at = cuts.get(i);
                label.setText(text.substring(at, cuts.get(i + 1)));
                label.pseudoClassStateChanged(FOUND, part.found());
                for (PseudoClass style : styles) {
                    label.pseudoClassStateChanged(
                            style,
                            marks.stream()
                                    .anyMatch(
                                            mark -> mark.style().equals(style) && mark.covers(at)));
                }
            }
            start = end;
        }
        getChildren().remove(used, getChildren().size());
    }

    private Label label(int index) {
        if (index == getChildren().size()) {
            Label label = new Label();
            label.getStyleClass().add(pieceClass);
            getChildren().add(label);
        }
        return (Label) getChildren().get(index);
    }

    /** Returns where a part of the text is cut, its ends included. */
    private static List<Integer> cuts(int start, int end, List<Mark> marks) {
        List<Integer> cuts = new ArrayList<>(List.of(start, end));
        for (Mark mark : marks) {
            cuts.add(Math.clamp(mark.from(), start, end));
            cuts.add(Math.clamp(mark.to(), start, end));
        }
        return cuts.stream().distinct().sorted().toList();
    }
}
