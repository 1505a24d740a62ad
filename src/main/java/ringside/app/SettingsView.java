package ringside.app;

import java.util.Locale;
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
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.PeerCommand;
import ringside.status.PeerSettings;

/** Settings of the ring, which go to all peers at once, and of the window. */
final class SettingsView extends GridPane {

    private static final double GAP = 10;
    private static final double LOSS_STEP = 0.01;

    private final Consumer<Command> send;
    private final Label problem = new Label();

    SettingsView(
            PeerSettings now,
            Consumer<Command> send,
            ObjectProperty<ThemeChoice> theme,
            ObjectProperty<RingLayout> layout) {
        this.send = send;
        getStyleClass().add("bubble");
        setHgap(GAP);
        setVgap(GAP);
        problem.getStyleClass().add("settings-problem");
        addRow(0, new Label(Texts.text("settings.ping")), ping(now));
        Label loss = new Label(Texts.text("settings.loss", Amounts.percent(now.loss())));
        addRow(1, loss, loss(now, loss));
        addRow(2, new Label(Texts.text("settings.window")), window(now));
        addRow(3, new Label(Texts.text("settings.theme")), choice("theme", theme));
        addRow(4, new Label(Texts.text("settings.layout")), choice("layout", layout));
        add(problem, 0, 5, 2, 1);
    }

    private TextField ping(PeerSettings now) {
        return field("ping", now.pingIntervalMs() + " ms");
    }

    private TextField window(PeerSettings now) {
        return field("window", Integer.toString(now.window()));
    }

    /** What is typed here is the value of a {@code set} command. */
    private TextField field(String setting, String value) {
        TextField field = new TextField(value);
        field.setId("settings-" + setting);
        field.setPrefColumnCount(8);
        field.setOnAction(
                event -> {
                    try {
                        send.accept(CommandParser.parse("set " + setting + " " + field.getText()));
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
        send.accept(new Command.TellAll(new PeerCommand.SetLoss(rounded(value))));
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
