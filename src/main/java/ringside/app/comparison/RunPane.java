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

/** A pane for one ring, with a header for when two stand side by side. JavaFX thread only. */
public final class RunPane extends BorderPane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final HBox header;

    /**
     * Creates the pane without its header, as for a single ring.
     *
     * @param ring the ring's node, with everything that lies over it
     * @param name the title in the header
     * @param wanted called when the user clicks or focuses this ring
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

    public void addToHeader(Node... more) {
        header.getChildren().addAll(more);
    }

    public void setNameId(String id) {
        header.getChildren().getFirst().setId(id);
    }

    /** Shows the header, while another ring stands beside this one. */
    public void showName() {
        setTop(header);
    }

    /** Hides the header, while this ring stands alone. */
    public void hideName() {
        setTop(null);
    }

    /** Marks this pane while the inspector, the details and the events show its run. */
    public void markSelected(ObservableValue<Boolean> focused) {
        focused.subscribe(now -> pseudoClassStateChanged(SELECTED, now));
    }
}
