package ringside.app.ladder;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.ButtonWithReason;
import ringside.app.base.Texts;
import ringside.app.base.WholeText;
import ringside.ladder.LadderRow;
import ringside.model.TransferState;
import ringside.model.TransferState.Outcome;
import ringside.status.PeerCommand.Droppable;

/** The ladder diagram of the selected transfer, or the same rows as a table (WINDOW 4.2). */
public final class LadderView extends BorderPane {

    private static final double WHEEL_FACTOR = 1.003;
    private static final double STEP = 1.5;
    private static final double POINTER_GAP = 14;

    private final LadderViewModel model;
    private final LadderCanvas canvas;
    private final LadderTable table;
    private final Label none = new Label(Texts.text("ladder.none"));
    private final Label notice = new Label();
    private final ToggleButton asTable = new ToggleButton(null, new FontIcon(Feather.LIST));
    private final Tooltip bubble = new Tooltip();
    private double dragY;

    /**
     * Creates the view of the transfer that the model has selected.
     *
     * @param dropNext called with the shown transfer and what to drop next; empty in a recording
     */
    public LadderView(
            LadderViewModel model, Optional<BiConsumer<TransferState, Droppable>> dropNext) {
        this.model = model;
        this.canvas = new LadderCanvas(model);
        this.table = new LadderTable(model);
        getStyleClass().add("ladder");
        setId("ladder");
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        notice.getStyleClass().add("ladder-notice");
        notice.setWrapText(true);
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        setTop(header(dropNext));
        setCenter(new StackPane(canvas, table, none));
        setBottom(notice);
        table.visibleProperty().bind(asTable.selectedProperty());
        canvas.visibleProperty().bind(asTable.selectedProperty().not());
        canvas.setFocusTraversable(true);
        canvas.setId("ladder-canvas");
        listen();
    }

    private VBox header(Optional<BiConsumer<TransferState, Droppable>> dropNext) {
        Label title = new Label();
        title.setId("ladder-title");
        title.getStyleClass().add("section");
        title.textProperty().bind(model.titleProperty());
        WholeText.tell(title);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        asTable.setId("ladder-as-table");
        asTable.getStyleClass().addAll("small", "flat");
        tell(asTable, "ladder.asTable");
        HBox buttons =
                new HBox(
                        button("ladder-out", Feather.ZOOM_OUT, "ladder.out", () -> zoom(1 / STEP)),
                        button("ladder-in", Feather.ZOOM_IN, "ladder.in", () -> zoom(STEP)),
                        button("ladder-fit", Feather.MAXIMIZE, "ladder.fit", this::fit),
                        asTable);
        dropNext.ifPresent(drop ->
                buttons.getChildren()
                        .addAll(
                                0,
                                List.of(
                                        drop("drop-segment", Feather.X, drop, Droppable.SEGMENT),
                                        drop(
                                                "drop-ack",
                                                Feather.X_CIRCLE,
                                                drop,
                                                Droppable.ACKNOWLEDGEMENT))));
        HBox top = new HBox(title, space, buttons);
        top.getStyleClass().add("ladder-header");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        Label detail = new Label();
        detail.setId("ladder-detail");
        detail.getStyleClass().add("transfer-detail");
        detail.textProperty().bind(model.detailProperty());
        WholeText.tell(detail);
        VBox header = new VBox(top, bar, detail);
        header.getStyleClass().add("ladder-top");
        header.visibleProperty().bind(model.transferProperty().isNotNull());
        header.managedProperty().bind(header.visibleProperty());
        return header;
    }

    private static Button button(String id, Feather icon, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("small", "flat");
        button.setTooltip(new Tooltip(Texts.text(key)));
        button.setAccessibleText(Texts.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private StackPane drop(
            String id,
            Feather icon,
            BiConsumer<TransferState, Droppable> dropNext,
            Droppable what) {
        Button drop =
                button(
                        id,
                        icon,
                        "ladder." + id,
                        () -> {
                            TransferState shown = model.transferProperty().get();
                            if (shown != null) {
                                dropNext.accept(shown, what);
                            }
                        });
        drop.getStyleClass().add("drop");
        String over = Texts.text("ladder.drop.over");
        return new ButtonWithReason(
                drop,
                model.transferProperty().map(shown -> isOver(shown) ? over : "").orElse(over),
                Texts.text("ladder." + id));
    }

    private static boolean isOver(TransferState transfer) {
        return transfer.outcome() != Outcome.UNDER_WAY;
    }

    private static void tell(ToggleButton button, String key) {
        button.setTooltip(new Tooltip(Texts.text(key)));
        button.setAccessibleText(Texts.text(key));
    }

    private void listen() {
        canvas.setOnScroll(this::turned);
        canvas.setOnMousePressed(event -> dragY = event.getY());
        canvas.setOnMouseDragged(event -> {
            canvas.scroll(dragY - event.getY());
            dragY = event.getY();
        });
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMouseExited(event -> {
            canvas.hover(null);
            bubble.hide();
        });
        canvas.setOnMouseClicked(this::clicked);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void turned(ScrollEvent event) {
        bubble.hide();
        if (event.isShortcutDown()) {
            canvas.zoom(Math.pow(WHEEL_FACTOR, event.getDeltaY()), event.getY());
        } else {
            canvas.scroll(-event.getDeltaY());
        }
        event.consume();
    }

    private void hover(MouseEvent event) {
        LadderData picture = model.pictureProperty().get();
        LadderRow row = canvas.rowAt(event.getY()).orElse(null);
        canvas.hover(row);
        Point2D point =
                canvas.localToScreen(event.getX() + POINTER_GAP, event.getY() + POINTER_GAP);
        if (row == null || picture == null || point == null) {
            bubble.hide();
            return;
        }
        bubble.setText(LadderWords.time(row, picture) + "\n" + LadderWords.of(row, picture));
        bubble.show(canvas, point.getX(), point.getY());
    }

    private void clicked(MouseEvent event) {
        canvas.requestFocus();
        if (event.isStillSincePress()
                && canvas.rowAt(event.getY()).orElse(null) instanceof LadderRow.Run run) {
            model.open(run);
            model.followProperty().set(false);
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getText()) {
            case "+" -> zoom(STEP);
            case "-" -> zoom(1 / STEP);
            case "0" -> fit();
            case String other -> {
                return;
            }
        }
        event.consume();
    }

    private void zoom(double factor) {
        canvas.zoom(factor, canvas.getHeight() / 2);
    }

    /** Shows the whole transfer. */
    private void fit() {
        model.followProperty().set(false);
        canvas.fit();
    }

    public void onFrame() {
        boolean empty = model.pictureProperty().get() == null;
        none.setVisible(empty);
        canvas.setOpacity(empty ? 0 : 1);
        if (isVisible()) {
            canvas.onFrame();
            table.onFrame();
        }
    }

    /**
     * Returns the ladder as SVG on white, or only the part in sight if it is long; empty without a
     * ladder.
     */
    public Optional<String> svg() {
        return canvas.svg();
    }

    /**
     * Returns the ladder as an image on white, or only the part in sight if it is long; empty
     * without a ladder.
     */
    public Optional<WritableImage> image() {
        return canvas.image();
    }
}
