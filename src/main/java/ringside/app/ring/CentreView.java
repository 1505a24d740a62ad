package ringside.app.ring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import ringside.app.base.PeerLook;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.NeighbourFault;
import ringside.model.PeerState;
import ringside.model.RingHealth;
import ringside.model.RingVerdict;

/** The text in the middle: living peers, whether the ring is consistent, and the last heal time. */
final class CentreView extends VBox {

    private static final PseudoClass HEALING = PseudoClass.getPseudoClass("healing");

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
        set(alive, counts(drawing));
        set(health, words(verdict, drawing.nowMicros()));
        health.pseudoClassStateChanged(HEALING, !verdict.isRight());
        set(contradiction, verdict.contradiction(drawing.nowMicros()).orElse(""));
        set(
                lastHeal,
                now.lastHeal()
                        .map(heal ->
                                Texts.text(
                                        "centre.last." + heal.healing().cause(),
                                        Amounts.seconds(heal.tookMicros())))
                        .orElse(""));
        RingGeometry geometry = drawing.geometry();
        double width = Math.min(prefWidth(-1), 2 * WIDTH_SHARE * geometry.clearance());
        resize(Math.ceil(width), Math.ceil(prefHeight(Math.ceil(width))));
        setLayoutX(geometry.centreX() - getWidth() / 2);
        setLayoutY(geometry.centreY() - getHeight() / 2);
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        }
    }

    private static String counts(DrawingContext drawing) {
        int alive = 0;
        int paused = 0;
        int killed = 0;
        for (PeerState peer : drawing.shown()) {
            switch (PeerLook.of(peer)) {
                case STARTING, JOINING, RUNNING, SUSPECTED, LEAVING -> alive++;
                case PAUSED -> paused++;
                case KILLED, VANISHED, CRASHED -> killed++;
                case QUIT, REFUSED -> {}
            }
        }
        List<String> parts = new ArrayList<>();
        parts.add(Texts.text("centre.alive", alive));
        if (paused > 0) {
            parts.add(Texts.text("centre.paused", paused));
        }
        if (killed > 0) {
            parts.add(Texts.text("centre.killed", killed));
        }
        return String.join(" · ", parts);
    }

    private static String words(RingVerdict verdict, long nowMicros) {
        RingHealth health = verdict.health();
        RingHealth.Healing healing = health.healing();
        if (healing == null) {
            return health.living().isEmpty() ? Texts.text("centre.nobody") : invariants(verdict);
        }
        String since = Amounts.seconds(Math.max(0, nowMicros - healing.sinceMicros()));
        NeighbourFault gap = gap(health);
        return gap == null || gap.expected() == null
                ? Texts.text("centre.healing", since)
                : Texts.text("centre.healingAt", gap.peer(), gap.expected(), since);
    }

    /**
     * Describes a ring with right neighbours: copies of files and ends of lists may still be wrong.
     */
    private static String invariants(RingVerdict verdict) {
        return verdict.isRight()
                ? Texts.text("centre.consistent")
                : Texts.text(
                        "centre.notYet",
                        verdict.violations().stream()
                                .map(check -> Texts.text("light." + check.invariant()))
                                .collect(Collectors.joining(", ")));
    }

    /** Returns the fault to report: a wrong first successor first, as it is a gap in the ring. */
    private static @Nullable NeighbourFault gap(RingHealth health) {
        return health.faults().stream()
                .min(Comparator.comparing(NeighbourFault::role))
                .orElse(null);
    }
}
