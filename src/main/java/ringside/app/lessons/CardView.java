package ringside.app.lessons;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.ButtonWithReason;
import ringside.app.base.Texts;
import ringside.app.lessons.CardsViewModel.Phase;

/**
 * The card of a lesson beside the ring: its text or question, what was said to it, and the ways to
 * go on (WINDOW 12.3).
 */
public final class CardView extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");

    private final LessonsViewModel model;
    private final CardsViewModel cards;
    private final Runnable giveFocus;
    private final FlowPane dots = new FlowPane();
    private final Label text = label("card-text");
    private final Label offer = label("card-offer");
    private final ChoicesView choices;
    private final TextField prediction = new TextField();
    private final Button next = new Button();
    private final Button keep = new Button(Texts.text("card.keep"));

    /**
     * Creates the card, visible while a lesson has one.
     *
     * @param giveFocus returns the keyboard focus to the window, as lessons ask the user to press
     *     its keys
     */
    public CardView(LessonsViewModel model, Runnable giveFocus) {
        this.model = model;
        this.cards = model.cards();
        this.giveFocus = giveFocus;
        this.choices = new ChoicesView(cards, giveFocus);
        setId("lesson-card");
        getStyleClass().add("lesson-card");
        getChildren().addAll(header(), chapters(), body(), footer());
        addEventFilter(KeyEvent.KEY_PRESSED, this::leaveField);
        cards.shownProperty().subscribe(card -> show());
        cards.phaseProperty().subscribe(phase -> show());
        model.ringReturn().phaseProperty().subscribe(phase -> show());
        cards.shownProperty().subscribe(card -> placeFocus());
        cards.phaseProperty().subscribe(phase -> placeFocus());
    }

    /** Returns a label of the card, which wraps and takes no room while it is empty. */
    static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static Label label(String id, ObservableValue<String> words) {
        Label label = label(id);
        label.textProperty().bind(words);
        return label;
    }

    private HBox header() {
        VBox names =
                new VBox(
                        label("card-lesson", cards.headingProperty()),
                        label("card-title", cards.titleProperty()));
        HBox.setHgrow(names, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("card-close");
        close.getStyleClass().addAll("small", "flat");
        close.setAccessibleText(Texts.text("card.close"));
        close.setTooltip(new Tooltip(Texts.text("card.close.tip")));
        close.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        close.setFocusTraversable(false);
        close.setOnAction(event -> model.stop());
        return new HBox(names, close);
    }

    private HBox chapters() {
        dots.getStyleClass().add("card-dots");
        HBox.setHgrow(dots, Priority.ALWAYS);
        Label progress = label("card-progress", cards.progressProperty());
        progress.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(progress, dots);
        row.getStyleClass().add("card-chapters");
        cards.seenProperty().subscribe(seen -> showDots());
        cards.countProperty().subscribe(count -> showDots());
        cards.shownProperty().subscribe(card -> showDots());
        return row;
    }

    private void showDots() {
        int count = cards.countProperty().get();
        while (dots.getChildren().size() > count) {
            dots.getChildren().removeLast();
        }
        while (dots.getChildren().size() < count) {
            dots.getChildren().add(dot(dots.getChildren().size() + 1));
        }
        Card shown = cards.shownProperty().get();
        for (int i = 1; i <= count; i++) {
            boolean isSeen = i <= cards.seenProperty().get();
            var dot = dots.getChildren().get(i - 1);
            dot.setDisable(!isSeen);
            dot.setAccessibleText(Texts.text(isSeen ? "card.dot" : "card.dot.unseen", i, count));
            dot.pseudoClassStateChanged(SEEN, isSeen);
            dot.pseudoClassStateChanged(CURRENT, shown != null && shown.number() == i);
        }
    }

    private Button dot(int number) {
        Button dot = new Button();
        dot.setId("card-dot-" + number);
        dot.getStyleClass().add("card-dot");
        dot.setFocusTraversable(false);
        dot.setOnAction(event -> cards.lookAt(number));
        return dot;
    }

    private ScrollPane body() {
        prediction.setId("card-prediction");
        prediction.setPromptText(Texts.text("lesson.prediction"));
        prediction.textProperty().bindBidirectional(cards.predictionProperty());
        prediction.setOnAction(event -> model.next());
        VBox content =
                new VBox(
                        label("card-notice", cards.noticeProperty()),
                        new VerdictView(cards.verdictProperty()),
                        text,
                        choices,
                        prediction,
                        offer);
        content.getStyleClass().add("card-body");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("card-scroll");
        cards.shownProperty().subscribe(card -> scroll.setVvalue(0));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private VBox footer() {
        Button back = button("card-back", () -> cards.back());
        Button again = button("card-again", model::again);
        keep.setId("card-keep");
        keep.setTooltip(new Tooltip(Texts.text("card.keep.tip")));
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(event -> model.keepRing());
        next.setId("card-next");
        next.getStyleClass().add("accent");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setMaxWidth(Double.MAX_VALUE);
        next.setDefaultButton(true);
        next.setOnAction(event -> model.next());
        ButtonWithReason onward =
                new ButtonWithReason(
                        next, cards.nextDisabledReasonProperty(), Texts.text("card.next.tip"));
        HBox.setHgrow(onward, Priority.ALWAYS);
        HBox ways =
                new HBox(
                        new ButtonWithReason(
                                back,
                                cards.backDisabledReasonProperty(),
                                Texts.text("card.back.tip")),
                        onward);
        ways.getStyleClass().add("card-ways");
        HBox aside =
                new HBox(
                        new ButtonWithReason(
                                again,
                                model.againDisabledReasonProperty(),
                                Texts.text("card.again.tip")),
                        keep);
        aside.getStyleClass().add("card-ways");
        return new VBox(8, ways, aside);
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button(Texts.text(id.replace('-', '.')));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show() {
        Phase phase = cards.phaseProperty().get();
        Card card = cards.shownProperty().get();
        setVisible(phase != Phase.CLOSED);
        setManaged(phase != Phase.CLOSED);
        boolean isOffered =
                phase == Phase.OVER
                        && model.ringReturn().phaseProperty().get() == RingReturn.Phase.OFFERED;
        text.setText(card == null ? "" : card.text());
        offer.setText(phase == Phase.OVER ? model.ringReturn().wordsProperty().get() : "");
        keep.setVisible(isOffered);
        keep.setManaged(isOffered);
        choices.show(card);
        boolean isTyped = phase == Phase.AT_CARD && isTypedQuestion(card);
        prediction.setVisible(isTyped);
        prediction.setManaged(isTyped);
        next.setText(Texts.text(wayOn(phase, card, isOffered)));
    }

    private static boolean isTypedQuestion(@Nullable Card card) {
        return card != null && card.isQuestion() && card.choices().isEmpty();
    }

    private static String wayOn(Phase phase, @Nullable Card card, boolean isOffered) {
        if (isOffered) {
            return "card.next.return";
        }
        return phase == Phase.AT_CARD && card != null && card.isQuestion()
                ? "card.next.question"
                : "card.next." + phase;
    }

    private void placeFocus() {
        boolean isTyped =
                cards.phaseProperty().get() == Phase.AT_CARD
                        && isTypedQuestion(cards.shownProperty().get());
        Platform.runLater(isTyped ? prediction::requestFocus : giveFocus);
    }

    /** Returns the keys to the window, from a field of the card. */
    private void leaveField(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof TextInputControl) {
            event.consume();
            giveFocus.run();
        }
    }
}
