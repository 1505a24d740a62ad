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
import ringside.app.base.RingLayout;
import ringside.app.base.Texts;
import ringside.app.base.ThemeChoice;

/** The settings of the peers, where there are any, and of the window. JavaFX thread only. */
public final class SettingsView extends VBox {

    private static final double GAP = 10;
    private static final double NAMES_WIDTH = 185;

    /** Creates the view with the form for the peers' settings, or the reason why there is none. */
    public SettingsView(
            Node ofPeers, ObjectProperty<ThemeChoice> theme, ObjectProperty<RingLayout> layout) {
        super(GAP);
        getStyleClass().add("bubble");
        GridPane looks = new GridPane();
        arrange(looks);
        looks.addRow(0, words("theme"), choice("theme", theme));
        looks.addRow(1, words("layout"), choice("layout", layout));
        getChildren().addAll(ofPeers, looks);
    }

    /** Aligns a grid of settings with the others: their names share one column width. */
    static void arrange(GridPane settings) {
        settings.setHgap(GAP);
        settings.setVgap(GAP);
        settings.getColumnConstraints().add(new ColumnConstraints(NAMES_WIDTH));
    }

    static Label words(String setting) {
        return new Label(Texts.text("settings." + setting));
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
