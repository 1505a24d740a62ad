package ringside.app.ring;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import ringside.model.RingHealth;
import ringside.model.RingVerdict;

/** The text in the middle: living peers, whether the ring is consistent, and the last heal time. */
final class CentreView extends VBox {

    private static final PseudoClass HEALING = PseudoClass.getPseudoClass("healing");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    /**
     * The share of the width between the curves that the text may fill: the free space is round.
     */
    private static final double WIDTH_SHARE = 0.94;

    private final Label alive = new Label();
    private final Label health = new Label();
    private final Label contradiction = new Label();
    private final Label lastHeal = new Label();

    CentreView() {
        getStyleClass().add("centre");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        setManaged(false);
        alive.getStyleClass().add("alive");
        alive.setId("alive-count");
        health.getStyleClass().add("health");
        health.setId("health");
        contradiction.getStyleClass().add("contradiction");
        contradiction.setId("contradiction");
        lastHeal.getStyleClass().add("last-heal");
        lastHeal.setId("last-heal");
        getChildren().addAll(alive, health, contradiction, lastHeal);
        for (Label line : List.of(alive, health, contradiction, lastHeal)) {
            line.setWrapText(true);
            line.setTextAlignment(TextAlignment.CENTER);
            line.setManaged(false);
        }
    }

    /** Returns the box of this view, which other labels avoid. */
    ringside.app.ring.Label box() {
        return new ringside.app.ring.Label(
                "centre",
                0,
                getLayoutX() + getWidth() / 2,
                getLayoutY() + getHeight() / 2,
                getWidth(),
                getHeight());
    }

    void update(DrawingContext drawing, RingVerdict verdict) {
        RingHealth now = verdict.health();
        set(alive, CentreWords.counts(drawing.shown()));
        set(health, CentreWords.health(verdict, drawing.nowMicros()));
        health.pseudoClassStateChanged(HEALING, !verdict.isRight());
        health.pseudoClassStateChanged(UNKNOWN, !now.isWhole());
        set(contradiction, verdict.contradiction(drawing.nowMicros()).orElse(""));
        set(lastHeal, CentreWords.lastHeal(now));
        RingGeometry geometry = drawing.geometry();
        double room = 2 * WIDTH_SHARE * geometry.clearance();
        double width = Math.min(prefWidth(-1), room);
        fold(width, room);
        resize(Math.ceil(width), Math.ceil(prefHeight(Math.ceil(width))));
        setLayoutX(geometry.centreX() - getWidth() / 2);
        setLayoutY(geometry.centreY() - getHeight() / 2);
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            show(label, !text.isEmpty());
        }
    }

    /** Hides the last lines for which a small circle has no room; the first one always stays. */
    private void fold(double width, double room) {
        double inside = width - snappedLeftInset() - snappedRightInset();
        double left = room - snappedTopInset() - snappedBottomInset();
        for (Label line : List.of(alive, health, contradiction, lastHeal)) {
            if (!line.getText().isEmpty()) {
                left -= line.prefHeight(inside);
                boolean fits = line.equals(alive) || left >= 0;
                if (fits != line.isVisible()) {
                    show(line, fits);
                }
                left -= getSpacing();
            }
        }
    }

    private static void show(Label line, boolean isShown) {
        line.setVisible(isShown);
        line.setManaged(isShown);
    }
}
