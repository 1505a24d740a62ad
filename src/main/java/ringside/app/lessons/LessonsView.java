package ringside.app.lessons;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.ButtonWithReason;
import ringside.app.base.Texts;
import ringside.scenario.ScenarioPlayer.StepMode;

/** The list of scenarios, the text of the selected one, and the buttons to play it (WINDOW 12). */
public final class LessonsView extends BorderPane {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final LessonsViewModel model;
    private final ListView<LessonLine> lines = new ListView<>();

    public LessonsView(LessonsViewModel model) {
        this.model = model;
        getStyleClass().add("lessons");
        lines.setId("lesson-lines");
        lines.setItems(model.lines());
        lines.setCellFactory(view -> new LineCell());
        Label none = new Label(Texts.text("lesson.none"));
        none.setWrapText(true);
        none.getStyleClass().addAll("muted", "lesson-none");
        lines.setPlaceholder(none);
        setTop(header());
        FaultHuntView hunt = new FaultHuntView(model.hunt());
        model.hunt().phaseProperty().subscribe(phase -> setCenter(isHunt(phase) ? hunt : lines));
        model.lines().subscribe(this::follow);
    }

    private static boolean isHunt(FaultHuntViewModel.Phase phase) {
        return switch (phase) {
            case NONE -> false;
            case LEAVING, STARTING, LOOKING, TOLD -> true;
        };
    }

    private VBox header() {
        ComboBox<Lesson> choice = new ComboBox<>(model.lessons());
        choice.setId("lesson-choice");
        choice.setPromptText(Texts.text("lesson.choose"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Lesson lesson) {
                        return lesson == null ? "" : lesson.title();
                    }

                    @Override
                    public Lesson fromString(String text) {
                        throw new UnsupportedOperationException("titles are not typed");
                    }
                });
        choice.setOnShowing(event -> model.refresh());
        choice.valueProperty()
                .subscribe(lesson -> {
                    if (lesson != null) {
                        model.select(lesson);
                    }
                });
        Label status = new Label();
        status.setId("lesson-status");
        status.getStyleClass().add("lesson-status");
        status.setWrapText(true);
        status.textProperty().bind(model.statusProperty());
        model.failedProperty().subscribe(wrong -> status.pseudoClassStateChanged(FAILED, wrong));
        status.managedProperty().bind(status.textProperty().isNotEmpty());
        HBox.setHgrow(choice, Priority.ALWAYS);
        HBox row =
                new HBox(
                        choice,
                        playButton("lesson-run", Feather.PLAY, StepMode.STRAIGHT_THROUGH),
                        playButton("lesson-step", Feather.SKIP_FORWARD, StepMode.STEP_BY_STEP),
                        button(
                                "lesson-stop",
                                Feather.SQUARE,
                                model.stopDisabledReasonProperty(),
                                model::stop));
        row.getStyleClass().add("lesson-buttons");
        Button hunt = new Button(Texts.text("hunt.begin"));
        hunt.setId("hunt-begin");
        hunt.getStyleClass().add("small");
        hunt.setOnAction(event -> model.beginHunt());
        Label huntStatus = new Label();
        huntStatus.setId("hunt-status");
        huntStatus.setWrapText(true);
        huntStatus.textProperty().bind(model.hunt().statusProperty());
        HBox huntRow =
                new HBox(
                        new ButtonWithReason(
                                hunt,
                                model.hunt().beginDisabledReasonProperty(),
                                Texts.text("hunt.begin.tip")),
                        huntStatus);
        huntRow.getStyleClass().add("lesson-buttons");
        hunt.setMinWidth(Region.USE_PREF_SIZE);
        VBox header = new VBox(row, status, huntRow);
        header.getStyleClass().add("lessons-header");
        return header;
    }

    private ButtonWithReason playButton(String id, Feather icon, StepMode mode) {
        return button(id, icon, model.playDisabledReasonProperty(), () -> model.play(mode));
    }

    private static ButtonWithReason button(
            String id, Feather icon, ObservableValue<String> disabledReason, Runnable action) {
        String does = Texts.text(id.replace('-', '.'));
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setAccessibleText(does);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return new ButtonWithReason(button, disabledReason, does);
    }

    private void follow() {
        for (int i = 0; i < model.lines().size(); i++) {
            switch (model.lines().get(i).mark()) {
                case NEXT, AT_WORK, FAILED -> lines.scrollTo(Math.max(0, i - 2));
                case NONE, DONE, VEILED -> {}
            }
        }
    }

    /** A line with its progress mark and outcome. */
    private static final class LineCell extends ListCell<LessonLine> {

        private static final double BAR_WIDTH = 16;

        private final Label mark = new Label();
        private final Label text = new Label();
        private final Label what = new Label();
        private final VBox words = new VBox(text, what);
        private final HBox row = new HBox(mark, words);

        LineCell() {
            mark.getStyleClass().add("lesson-mark");
            text.getStyleClass().add("lesson-text");
            text.setWrapText(true);
            what.getStyleClass().add("lesson-what");
            what.setWrapText(true);
            HBox.setHgrow(words, Priority.ALWAYS);
            row.setAlignment(Pos.TOP_LEFT);
            setPrefWidth(0);
        }

        /** Computes the height of the wrapped text at the width of the list. */
        @Override
        protected double computePrefHeight(double width) {
            double inner = getListView().getWidth() - snappedLeftInset() - snappedRightInset();
            return snappedTopInset() + row.prefHeight(inner - BAR_WIDTH) + snappedBottomInset();
        }

        @Override
        protected void updateItem(@Nullable LessonLine item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(item == null ? null : row);
            if (item == null) {
                return;
            }
            mark.setText(Texts.text("lesson.mark." + item.mark()));
            text.setText(item.shownText());
            what.setText(item.what());
            what.setVisible(!item.what().isEmpty());
            what.setManaged(!item.what().isEmpty());
            for (LessonLine.Mark each : LessonLine.Mark.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(
                                each.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        each == item.mark());
            }
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("comment"), item.text().strip().startsWith("#"));
        }
    }
}
