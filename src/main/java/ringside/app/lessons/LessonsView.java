package ringside.app.lessons;

import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.ButtonWithReason;
import ringside.app.base.Texts;
import ringside.app.base.WholeText;
import ringside.scenario.ScenarioPlayer.StepMode;

/** The list of lessons with their progress, the buttons to play one, and its script (WINDOW 12). */
public final class LessonsView extends BorderPane {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass LESSON = PseudoClass.getPseudoClass("lesson");

    private final LessonsViewModel model;
    private final ListView<Lesson> list = new ListView<>();
    private final ListView<LessonLine> lines = new ListView<>();
    private final ToggleButton script = new ToggleButton(Texts.text("lesson.script"));
    private final FaultHuntView hunt;

    public LessonsView(LessonsViewModel model) {
        this.model = model;
        this.hunt = new FaultHuntView(model.hunt());
        getStyleClass().add("lessons");
        lines.setId("lesson-lines");
        lines.setItems(model.lines());
        lines.setCellFactory(view -> new LineCell());
        Label none = new Label(Texts.text("lesson.none"));
        none.setWrapText(true);
        none.getStyleClass().addAll("muted", "lesson-none");
        lines.setPlaceholder(none);
        list.setId("lesson-list");
        list.setAccessibleText(Texts.text("lesson.list"));
        list.setItems(model.lessons());
        list.setCellFactory(view -> new TitleCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(lesson -> {
                    if (lesson != null && !lesson.equals(model.selectedProperty().get())) {
                        model.select(lesson);
                    }
                });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.play(StepMode.STRAIGHT_THROUGH);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                playOrGoOn();
            }
        });
        model.selectedProperty()
                .subscribe(lesson -> {
                    if (lesson != null) {
                        list.getSelectionModel().select(lesson);
                    }
                });
        model.progress().subscribe(list::refresh);
        setTop(header());
        model.hunt().phaseProperty().subscribe(phase -> showCentre());
        script.selectedProperty().subscribe(shown -> showCentre());
        model.lines().subscribe(this::follow);
    }

    /** Plays the selected lesson, or goes on from its card, as Enter does elsewhere. */
    private void playOrGoOn() {
        switch (model.cards().phaseProperty().get()) {
            case CLOSED -> model.play(StepMode.STRAIGHT_THROUGH);
            case AT_CARD, LOOKING_BACK, BETWEEN, AT_WORK, OVER -> model.next();
        }
    }

    private void refresh() {
        model.refresh();
        list.getSelectionModel().select(model.selectedProperty().get());
    }

    private void showCentre() {
        boolean isHunt =
                switch (model.hunt().phaseProperty().get()) {
                    case NONE -> false;
                    case LEAVING, STARTING, LOOKING, TOLD -> true;
                };
        setCenter(isHunt ? hunt : script.isSelected() ? lines : list);
    }

    private VBox header() {
        Label status = status("lesson-status", model.statusProperty());
        status.getStyleClass().add("lesson-status");
        model.failedProperty().subscribe(wrong -> status.pseudoClassStateChanged(FAILED, wrong));
        script.setId("lesson-script");
        script.getStyleClass().add("small");
        script.setTooltip(new Tooltip(Texts.text("lesson.script.tip")));
        ButtonWithReason step =
                playButton("lesson-step", Feather.SKIP_FORWARD, StepMode.STEP_BY_STEP);
        step.visibleProperty().bind(script.selectedProperty());
        step.managedProperty().bind(step.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button begin = new Button(Texts.text("hunt.begin"));
        begin.setId("hunt-begin");
        begin.getStyleClass().add("small");
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.setOnAction(event -> model.beginHunt());
        HBox row =
                new HBox(
                        playButton("lesson-run", Feather.PLAY, StepMode.STRAIGHT_THROUGH),
                        step,
                        button(
                                "lesson-stop",
                                Feather.SQUARE,
                                model.stopDisabledReasonProperty(),
                                model::stop),
                        script,
                        button(
                                "lesson-refresh",
                                Feather.REFRESH_CW,
                                new ReadOnlyStringWrapper(""),
                                this::refresh),
                        gap,
                        new ButtonWithReason(
                                begin,
                                model.hunt().beginDisabledReasonProperty(),
                                Texts.text("hunt.begin.tip")));
        row.getStyleClass().add("lesson-buttons");
        VBox header =
                new VBox(
                        row,
                        status,
                        status("hunt-status", model.hunt().statusProperty()),
                        ringReturn());
        header.getStyleClass().add("lessons-header");
        return header;
    }

    private static Label status(String id, ObservableValue<String> words) {
        Label status = new Label();
        status.setId(id);
        status.setWrapText(true);
        status.setMinHeight(Region.USE_PREF_SIZE);
        status.textProperty().bind(words);
        status.managedProperty().bind(status.textProperty().isNotEmpty());
        return status;
    }

    /** The offer of the ring of before, for as long as it stands. */
    private VBox ringReturn() {
        Button back = smallButton("return-give", "card.next.return", model::giveRingBack);
        Button keep = smallButton("return-keep", "card.keep", model::keepRing);
        HBox ways = new HBox(back, keep);
        ways.getStyleClass().add("lesson-buttons");
        ways.visibleProperty()
                .bind(
                        model.ringReturn()
                                .phaseProperty()
                                .map(phase -> phase == RingReturn.Phase.OFFERED));
        ways.managedProperty().bind(ways.visibleProperty());
        Label words = status("return-words", model.ringReturn().wordsProperty());
        words.getStyleClass().add("lesson-status");
        return new VBox(words, ways);
    }

    private static Button smallButton(String id, String key, Runnable action) {
        Button button = new Button(Texts.text(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
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

    /** A lesson with its progress; the first of the other scenarios stands below a heading. */
    private final class TitleCell extends ListCell<Lesson> {

        private final Label heading = new Label(Texts.text("lesson.others"));
        private final Label title = new Label();
        private final Label progress = new Label();
        private final HBox row = new HBox(title, progress);
        private final VBox rows = new VBox(heading, row);

        TitleCell() {
            heading.getStyleClass().addAll("section", "lesson-others");
            title.getStyleClass().add("lesson-title");
            WholeText.tell(title);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            progress.getStyleClass().add("lesson-progress");
            progress.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Lesson lesson, boolean empty) {
            super.updateItem(lesson, empty);
            setGraphic(lesson == null ? null : rows);
            if (lesson == null) {
                return;
            }
            boolean isFirstOther = model.isFirstOther(lesson);
            heading.setVisible(isFirstOther);
            heading.setManaged(isFirstOther);
            title.setText(lesson.title());
            progress.setText(model.progress().getOrDefault(lesson.file(), ""));
            pseudoClassStateChanged(LESSON, lesson.isLesson());
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
