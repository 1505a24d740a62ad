package ringside.app;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.SegmentedButton;
import ringside.app.ring.RingLayout;
import ringside.model.Amounts;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.PeerSettings;

/** Settings of the ring, which go to all peers at once, and of the window. */
final class SettingsView extends GridPane {

    private static final double GAP = 10;
    private static final double LOSS_STEP = 0.01;

    private static final String WHOLE_RING = "";

    private final Consumer<Command> send;
    private final Label problem = new Label();
    private String scope = WHOLE_RING;

    /**
     * Makes it.
     *
     * @param now the settings to begin with
     * @param peer that can be set alone, if any
     * @param send carries out what was set
     */
    SettingsView(
            PeerSettings now,
            Optional<PeerId> peer,
            Consumer<Command> send,
            ObjectProperty<ThemeChoice> theme,
            ObjectProperty<RingLayout> layout) {
        this.send = send;
        getStyleClass().add("bubble");
        setHgap(GAP);
        setVgap(GAP);
        problem.getStyleClass().add("settings-problem");
        addRow(0, new Label(Texts.text("settings.for")), scope(peer));
        addRow(1, words("ping"), field("ping", now.pingIntervalMs() + " ms"));
        addRow(2, words("misses"), field("misses", Integer.toString(now.misses())));
        Label loss = new Label(Texts.text("settings.loss", Amounts.percent(now.loss())));
        addRow(3, loss, loss(now, loss));
        addRow(4, words("window"), field("window", Integer.toString(now.window())));
        addRow(5, words("theme"), choice("theme", theme));
        addRow(6, words("layout"), choice("layout", layout));
        add(problem, 0, 7, 2, 1);
    }

    private static Label words(String setting) {
        return new Label(Texts.text("settings." + setting));
    }

    /** Whom the settings are for: all peers, or the selected one. */
    private SegmentedButton scope(Optional<PeerId> peer) {
        ToggleButton all = new ToggleButton(Texts.text("settings.for.all"));
        all.setId("settings-for-all");
        all.setSelected(true);
        all.setOnAction(event -> scopeTo(all, WHOLE_RING));
        ToggleButton one =
                new ToggleButton(
                        peer.map(id -> Texts.text("settings.for.peer", id))
                                .orElse(Texts.text("settings.for.none")));
        one.setId("settings-for-peer");
        one.setDisable(peer.isEmpty());
        one.setOnAction(event -> peer.ifPresent(id -> scopeTo(one, " at " + id)));
        return new SegmentedButton(all, one);
    }

    private void scopeTo(ToggleButton button, String words) {
        button.setSelected(true);
        scope = words;
    }

    /** What is typed here is the value of a {@code set} command. */
    private TextField field(String setting, String value) {
        TextField field = new TextField(value);
        field.setId("settings-" + setting);
        field.setPrefColumnCount(8);
        field.setOnAction(
                event -> {
                    try {
                        send.accept(CommandParser.parse(
                                        "set " + setting + " " + field.getText() + scope));
                        problem.setText("");
                    } catch (IllegalArgumentException e) {
                        problem.setText(e.getMessage());
                    }
                });
        return field;
    }

    private Slider loss(PeerSettings now, Label words) {
        Slider loss = new Slider(0, 1, now.loss());
        loss.setId("settings-loss");
        loss.valueProperty()
                .subscribe(
                        value ->
                                words.setText(
                                        Texts.text(
                                                "settings.loss",
                                                Amounts.percent(rounded(value.doubleValue())))));
        loss.valueChangingProperty()
                .subscribe(
                        changing -> {
                            if (!changing && rounded(loss.getValue()) != now.loss()) {
                                sendLoss(loss.getValue());
                            }
                        });
        loss.setOnKeyReleased(event -> sendLoss(loss.getValue()));
        return loss;
    }

    private void sendLoss(double value) {
        send.accept(CommandParser.parse("set loss " + rounded(value) + scope));
    }

    private static double rounded(double value) {
        return Math.round(value / LOSS_STEP) * LOSS_STEP;
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
            button.setOnAction(
                    event -> {
                        property.set(value);
                        button.setSelected(true);
                    });
            buttons.getButtons().add(button);
        }
        buttons.setToggleGroup(group);
        return buttons;
    }
}
