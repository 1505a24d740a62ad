package ringside.app.comparison;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One of two rings side by side, under its name. JavaFX thread. */
public final class RunPane extends BorderPane {

    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");

    private final HBox header;

    /**
     * Shows a ring without its name, for it stands alone.
     *
     * @param ring with what lies over it
     * @param name what it is called beside another
     * @param wanted told that the user turns to it
     */
    public RunPane(Node ring, ObservableValue<String> name, Runnable wanted) {
        getStyleClass().add("run-pane");
        Label title = new Label();
        title.getStyleClass().add("run-name");
        title.textProperty().bind(name);
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        header = new HBox(title, space);
        header.getStyleClass().add("run-header");
        setCenter(ring);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> wanted.run());
        focusWithinProperty()
                .subscribe(within -> {
                    if (within) {
                        wanted.run();
                    }
                });
    }

    /** Puts something at the end of the line with its name. */
    public void addToHeader(Node... more) {
        header.getChildren().addAll(more);
    }

    /** The id of the label with its name. */
    public void setNameId(String id) {
        header.getChildren().getFirst().setId(id);
    }

    /** Stands beside another: its name is needed. */
    public void showName() {
        setTop(header);
    }

    /** Stands alone. */
    public void hideName() {
        setTop(null);
    }

    /** Tells whether inspector, details and events are those of this run. */
    public void markLookedAt(ObservableValue<Boolean> focused) {
        focused.subscribe(now -> pseudoClassStateChanged(LOOKED_AT, now));
    }
}
