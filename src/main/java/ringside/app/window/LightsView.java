package ringside.app.window;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import ringside.app.base.Texts;
import ringside.model.InvariantCheck;
import ringside.model.RingInvariant;

/** A light for each invariant of the ring, with a plain sentence when it is off (WINDOW 11). */
final class LightsView extends HBox {

    private static final double RADIUS = 4;
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Map<RingInvariant, Light> lights = new EnumMap<>(RingInvariant.class);

    private record Light(Circle lamp, Label name, Tooltip words) {}

    LightsView() {
        getStyleClass().add("lights");
        setAlignment(Pos.CENTER_RIGHT);
        for (RingInvariant invariant : RingInvariant.values()) {
            Circle lamp = new Circle(RADIUS);
            lamp.getStyleClass().add("lamp");
            Label name = new Label(Texts.text("light." + invariant), lamp);
            name.setId("light-" + invariant);
            Tooltip words = new Tooltip();
            name.setTooltip(words);
            name.setMinWidth(USE_PREF_SIZE);
            lights.put(invariant, new Light(lamp, name, words));
            getChildren().add(name);
        }
    }

    void show(List<InvariantCheck> now) {
        for (InvariantCheck light : now) {
            Light shown = lights.get(light.invariant());
            if (shown != null) {
                boolean isUnknown = light.outcome() == InvariantCheck.Outcome.UNKNOWN;
                for (Node part : List.of(shown.lamp(), shown.name())) {
                    part.pseudoClassStateChanged(OFF, light.isBroken());
                    part.pseudoClassStateChanged(UNKNOWN, isUnknown);
                }
                String words =
                        switch (light.outcome()) {
                            case HOLDS -> Texts.text("light." + light.invariant() + ".on");
                            case BROKEN -> light.violation();
                            case UNKNOWN -> Texts.text("light.unknown");
                        };
                if (!words.equals(shown.words().getText())) {
                    shown.words().setText(words);
                    shown.name()
                            .setAccessibleText(
                                    Texts.text("light." + light.invariant()) + ": " + words);
                }
            }
        }
    }
}
