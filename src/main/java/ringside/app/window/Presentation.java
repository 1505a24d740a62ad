package ringside.app.window;

import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.app.base.Texts;
import ringside.app.events.ToldView;
import ringside.app.run.RunViewModel;
import ringside.model.TransferState;

/**
 * The presentation mode for projectors: the ring, the ladder, what is being told, and the timeline,
 * larger and with more contrast. The other panes come back at its end. JavaFX thread only.
 */
final class Presentation {

    private static final String STYLE_CLASS = "presentation";
    static final double RING_LARGER = 1.45;

    /** Less than the ring: its letters are wide for its column. */
    private static final double LADDER_LARGER = 1.25;

    /** The least width that a ladder needs, in pixels before it is enlarged. */
    private static final double LADDER_WIDTH = 380;

    /** The part of its column that the ladder takes while there is one. */
    private static final double LADDER_SHARE = 0.55;

    private final SplitPane columns;
    private final Node aside;
    private final BorderPane below;
    private final Node events;
    private final Magnifier ring;
    private final RunViews views;
    private final StackPane ladder = new StackPane();
    private final VBox beside = new VBox();
    private final Supplier<OptionalLong> lessonBegunAtMicros;
    private final BooleanProperty hasLadder = new SimpleBooleanProperty();

    /**
     * Prepares the panes of a window.
     *
     * @param columns the ring, and the right column
     * @param aside the right column
     * @param below the timeline and, in its centre, the events
     * @param views of the run that is presented
     * @param lessonBegunAtMicros supplies when the present lesson began, in microseconds since the
     *     epoch; empty without one
     */
    Presentation(
            SplitPane columns,
            Node aside,
            BorderPane below,
            Magnifier ring,
            RunViews views,
            Supplier<OptionalLong> lessonBegunAtMicros) {
        this.columns = columns;
        this.aside = aside;
        this.below = below;
        this.events = below.getCenter();
        this.ring = ring;
        this.views = views;
        this.lessonBegunAtMicros = lessonBegunAtMicros;
        Magnifier larger = new Magnifier(ladder);
        beside.widthProperty()
                .subscribe(width ->
                        larger.magnify(
                                Math.clamp(width.doubleValue() / LADDER_WIDTH, 1, LADDER_LARGER)));
        larger.visibleProperty().bind(hasLadder);
        larger.managedProperty().bind(larger.visibleProperty());
        larger.minHeightProperty().bind(beside.heightProperty().multiply(LADDER_SHARE));
        larger.maxHeightProperty().bind(larger.minHeightProperty());
        ToldView told = new ToldView(views.run().events());
        VBox.setVgrow(told, Priority.ALWAYS);
        Label end = new Label(Texts.text("presentation.end"));
        end.getStyleClass().add("told-end");
        end.setWrapText(true);
        end.setMinHeight(Region.USE_PREF_SIZE);
        beside.setId("presented");
        beside.getStyleClass().add("presented");
        beside.getChildren().addAll(larger, told, end);
    }

    /** Starts the presentation mode, or ends it. */
    void setPresenting(boolean presenting) {
        Parent root = columns.getScene().getRoot();
        root.getStyleClass().remove(STYLE_CLASS);
        columns.getItems().removeLast();
        if (presenting) {
            root.getStyleClass().add(STYLE_CLASS);
            // No user reads older rows in a hidden list.
            views.run().events().heldProperty().set(false);
            below.setCenter(null);
            ladder.getChildren().setAll(views.details().lendLadder());
            giveLadderRoom();
            columns.getItems().add(beside);
        } else {
            ladder.getChildren().clear();
            views.details().takeLadderBack();
            columns.getItems().add(aside);
            below.setCenter(events);
        }
        ring.magnify(presenting ? RING_LARGER : 1);
    }

    /** Draws the ladder while it is presented. */
    void onFrame() {
        if (!ladder.getChildren().isEmpty()) {
            giveLadderRoom();
            views.details().ladder().onFrame();
        }
    }

    private void giveLadderRoom() {
        RunViewModel run = views.run();
        TransferState transfer = run.ladder().transferProperty().get();
        boolean isKept =
                run.transfers().chosenProperty().get() > 0 || !run.ladder().followProperty().get();
        hasLadder.set(
                transfer != null
                        && LadderRoom.isFor(
                                transfer,
                                isKept ? LadderRoom.Choice.USER : LadderRoom.Choice.NEWEST,
                                lessonBegunAtMicros.get(),
                                run.atMicros()));
    }
}
