package ringside.app.lessons;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.scenario.ScenarioPlayer.StepMode;

/** A card over the ring with the text of a stop, and a field for the prediction at a question. */
public final class StopCard extends VBox {

    /** The width of the corner that the circle leaves free. */
    private static final double WIDTH = 226;

    private final LessonsViewModel model;
    private final Runnable giveFocus;
    private final Label verdict = new Label();
    private final Label text = new Label();
    private final TextField prediction = new TextField();
    private final Button next = new Button();

    /**
     * Creates the card, visible while its model is at a stop.
     *
     * @param giveFocus returns the keyboard focus to the window, as lessons ask the user to press
     *     its keys
     */
    public StopCard(LessonsViewModel model, Runnable giveFocus) {
        this.model = model;
        this.giveFocus = giveFocus;
        verdict.setId("stop-verdict");
        verdict.getStyleClass().add("stop-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        verdict.textProperty().bind(model.verdictProperty());
        verdict.visibleProperty().bind(model.verdictProperty().isNotEmpty());
        verdict.managedProperty().bind(verdict.visibleProperty());
        setId("stop-card");
        getStyleClass().add("stop-card");
        text.setId("stop-text");
        text.getStyleClass().add("stop-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        prediction.setId("stop-prediction");
        prediction.setPromptText(Texts.text("lesson.prediction"));
        prediction.setOnAction(event -> resume());
        HBox.setHgrow(prediction, Priority.ALWAYS);
        next.setId("stop-next");
        next.getStyleClass().add("accent");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(event -> resume());
        next.setDefaultButton(true);
        HBox row = new HBox(prediction, next);
        row.getStyleClass().add("bubble-row");
        row.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(verdict, text, row);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        model.stopProperty().subscribe(this::show);
    }

    private void resume() {
        if (prediction.isVisible()) {
            model.predict(prediction.getText());
        } else {
            model.play(StepMode.STRAIGHT_THROUGH);
        }
    }

    private void show(@Nullable Stop stop) {
        setVisible(stop != null);
        setManaged(stop != null);
        if (stop == null) {
            giveFocus.run();
            return;
        }
        text.setText(stop.text());
        prediction.clear();
        prediction.setVisible(stop.isQuestion());
        prediction.setManaged(stop.isQuestion());
        next.setText(Texts.text(stop.isQuestion() ? "lesson.showMe" : "lesson.next"));
        Platform.runLater(stop.isQuestion() ? prediction::requestFocus : giveFocus);
    }
}
