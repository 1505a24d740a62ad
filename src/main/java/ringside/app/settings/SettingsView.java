package ringside.app.settings;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import ringside.app.base.LanguageChoice;
import ringside.app.base.RingLayout;
import ringside.app.base.TextSize;
import ringside.app.base.Texts;
import ringside.app.base.ThemeChoice;

/** The settings of the peers, where there are any, and of the window. JavaFX thread only. */
public final class SettingsView extends VBox {

    private static final double GAP = 10;
    private static final double NAMES_WIDTH = 185;

    /** Creates the view with the form for the peers' settings, or the reason why there is none. */
    public SettingsView(
            Node ofPeers,
            ObjectProperty<ThemeChoice> theme,
            ObjectProperty<RingLayout> layout,
            ObjectProperty<TextSize> size,
            ObjectProperty<LanguageChoice> language) {
        super(GAP);
        getStyleClass().add("bubble");
        GridPane looks = new GridPane();
        arrange(looks);
        looks.addRow(0, words("theme"), choice("theme", theme));
        looks.addRow(1, words("layout"), choice("layout", layout));
        looks.addRow(2, words("size"), choice("size", size));
        looks.addRow(3, words("language"), choice("language", language));
        looks.add(later(language), 1, 4);
        getChildren().addAll(ofPeers, looks);
    }

    /** Creates the line that says when a chosen language counts, once another one is chosen. */
    private static Label later(ObjectProperty<LanguageChoice> language) {
        Label later = new Label(Texts.text("settings.language.later"));
        later.setId("settings-language-later");
        later.setVisible(false);
        later.setManaged(false);
        language.subscribe((was, now) -> {
            later.setVisible(true);
            later.setManaged(true);
        });
        return later;
    }

    /** Aligns a grid of settings with the others: their names share one column width. */
    static void arrange(GridPane settings) {
        settings.setHgap(GAP);
        settings.setVgap(GAP);
        settings.getColumnConstraints().add(new ColumnConstraints(NAMES_WIDTH));
    }

    static Label words(String setting) {
        Label words = new Label(Texts.text("settings." + setting));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }

    private static <E extends Enum<E>> SegmentedButton choice(
            String name, ObjectProperty<E> property) {
        SegmentedButton buttons = new SegmentedButton();
        ToggleGroup group = new ToggleGroup();
        for (E value : property.get().getDeclaringClass().getEnumConstants()) {
            String key = "settings." + name + "." + value.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(Texts.text(key));
            button.setId(key.replace('.', '-'));
            button.setSelected(value == property.get());
            button.setOnAction(event -> {
                property.set(value);
                button.setSelected(true);
            });
            buttons.getButtons().add(button);
        }
        buttons.setToggleGroup(group);
        return buttons;
    }
}
