package ringside.app.export;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import ringside.app.base.Texts;
import ringside.app.page.Interval;

/** The list of possible exports, with a button each. */
public final class ExportBox extends GridPane {

    private static final double GAP = 8;
    private static final int TEN_SECONDS = 10;

    private final ChoiceBox<Integer> seconds = new ChoiceBox<>();

    /**
     * Creates the list.
     *
     * @param shown the part of the run that the timeline shows, which a page and a capture hold at
     *     first
     * @param wanted takes the choice
     */
    public ExportBox(Interval shown, Consumer<ExportWish> wanted) {
        IntervalFields ofPage = new IntervalFields(shown, "take-");
        IntervalFields ofCapture = new IntervalFields(shown, "take-capture-");
        getStyleClass().add("bubble");
        setHgap(GAP);
        setVgap(GAP);
        seconds.getItems().addAll(5, TEN_SECONDS, 20, 60);
        seconds.setValue(TEN_SECONDS);
        seconds.setId("take-seconds");
        int row = 0;
        for (ExportItem item : ExportItem.values()) {
            Button save = new Button(Texts.text("export.save"));
            save.setId("take-" + item.key());
            save.getStyleClass().add("small");
            IntervalFields fields = item == ExportItem.CAPTURE ? ofCapture : ofPage;
            save.setOnAction(event ->
                    wanted.accept(new ExportWish(item, seconds.getValue(), fields.interval())));
            Label words = new Label(Texts.text("export." + item.key()));
            words.setLabelFor(save);
            HBox right = new HBox(GAP);
            switch (item) {
                case ANIMATION ->
                        right.getChildren()
                                .addAll(seconds, new Label(Texts.text("export.seconds")));
                case PAGE, CAPTURE -> {
                    right.getChildren().add(fields);
                    save.disableProperty().bind(fields.wrong());
                }
                case RING_PNG,
                        RING_SVG,
                        LADDER_PNG,
                        LADDER_SVG,
                        EVENTS_CSV,
                        TRANSFERS_CSV,
                        SHIVIZ -> {}
            }
            right.getChildren().add(save);
            right.setAlignment(Pos.CENTER_LEFT);
            addRow(row++, words, right);
        }
    }
}
