package ringside.app.events;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import ringside.app.base.Texts;
import ringside.model.Severity;

/** A sign for how serious an event is, for eyes that do not tell its colour. */
final class SeverityMark extends Label {

    private static final Map<Severity, PseudoClass> STATES = new EnumMap<>(Severity.class);

    static {
        for (Severity severity : Severity.values()) {
            STATES.put(
                    severity, PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT)));
        }
    }

    SeverityMark() {
        getStyleClass().add("severity-mark");
        setMinWidth(USE_PREF_SIZE);
    }

    void show(Severity severity) {
        setText(Texts.text("severity." + severity).strip());
        STATES.forEach((each, state) -> pseudoClassStateChanged(state, each == severity));
    }
}
