package ringside.app.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import ringside.app.base.Texts;

/** Says which peers the user has ended, beside a button that starts them again. */
public final class UndoNotice extends HBox {

    /** Creates the notice, which is shown while there is something to undo. */
    public UndoNotice(UndoViewModel model) {
        setId("undo");
        getStyleClass().add("undo");
        Label words = new Label();
        words.setId("undo-words");
        words.textProperty().bind(model.offerProperty());
        Button undo = new Button(Texts.text("undo.button"));
        undo.setId("undo-button");
        undo.getStyleClass().addAll("small", "accent");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setTooltip(new Tooltip(Texts.text("undo.tip")));
        undo.setFocusTraversable(false);
        undo.setOnAction(event -> model.undo());
        getChildren().addAll(words, undo);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty().bind(model.offerProperty().isNotEmpty());
    }
}
