package ringside.app.base;

import javafx.scene.control.Label;

/** The title of a section, ruled over the whole width. */
public final class SectionTitle extends Label {

    /** Creates the title with the text of a key. */
    public SectionTitle(String textKey) {
        super(Texts.text(textKey));
        getStyleClass().addAll("section", "ruled");
        setMaxWidth(Double.MAX_VALUE);
    }
}
