package ringside.app.settings;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import ringside.app.base.ButtonWithReason;
import ringside.app.base.Texts;
import ringside.app.command.CommandCheck;
import ringside.model.Amounts;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.CommandParser;
import ringside.status.CommandText;
import ringside.status.PeerCommand;

/** The form for settings of running peers, all of them or the selected one. JavaFX thread only. */
public final class PeerSettingsView extends GridPane {

    private static final double LOSS_STEP = 0.01;

    private static final String WHOLE_RING = "";

    private final Consumer<Command> send;
    private final SharedSettings ofRing;
    private final Label problem = new Label();
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Label lossWords = new Label();
    private final Slider loss = new Slider(0, 1, 0);
    private final CheckBox shortcuts = new CheckBox();
    private String scope = WHOLE_RING;
    private double lossTold;

    /**
     * Creates the form for all peers.
     *
     * @param ofRing the settings that all peers share
     * @param selected the peer that can be set alone; empty for none
     * @param ring the current ring
     * @param send carries out a command that changes a setting
     */
    public PeerSettingsView(
            SharedSettings ofRing,
            Optional<PeerId> selected,
            RingState ring,
            Consumer<Command> send) {
        this.send = send;
        this.ofRing = ofRing;
        SettingsView.arrange(this);
        problem.getStyleClass().add("settings-problem");
        addRow(0, new Label(Texts.text("settings.for")), scope(selected, ring));
        addRow(1, SettingsView.words("ping"), field("ping"));
        addRow(2, SettingsView.words("misses"), field("misses"));
        addRow(3, lossWords, loss());
        addRow(4, SettingsView.words("window"), field("window"));
        addRow(5, SettingsView.words("shortcuts"), shortcuts());
        add(problem, 0, 6, 2, 1);
        fill(ofRing);
    }

    /** Creates the choice between all peers and the selected one. */
    private HBox scope(Optional<PeerId> selected, RingState ring) {
        ToggleButton all = new ToggleButton(Texts.text("settings.for.all"));
        all.setId("settings-for-all");
        all.getStyleClass().add(Styles.LEFT_PILL);
        all.setSelected(true);
        all.setOnAction(event -> scopeTo(all, WHOLE_RING, ofRing));
        ToggleButton one =
                new ToggleButton(
                        selected.map(id -> Texts.text("settings.for.peer", id))
                                .orElse(Texts.text("settings.for.none")));
        one.setId("settings-for-peer");
        one.getStyleClass().add(Styles.RIGHT_PILL);
        one.setOnAction(event ->
                selected.flatMap(ring::peer)
                        .ifPresent(state ->
                                scopeTo(
                                        one,
                                        " at " + state.id(),
                                        SharedSettings.of(List.of(state.settings())))));
        new ToggleGroup().getToggles().addAll(all, one);
        String why =
                selected.map(id -> CommandCheck.cannotTellReason(id, ring).orElse(""))
                        .orElseGet(CommandCheck::noSelectionReason);
        return new HBox(
                all,
                new ButtonWithReason(
                        one, new ReadOnlyStringWrapper(why), Texts.text("settings.for.peer.tip")));
    }

    private void scopeTo(ToggleButton button, String words, SharedSettings now) {
        button.setSelected(true);
        scope = words;
        fill(now);
    }

    /** Shows the current values, without sending them. */
    private void fill(SharedSettings now) {
        Map<String, String> values =
                Map.of("ping", now.pingInterval(), "misses", now.misses(), "window", now.window());
        fields.forEach((setting, field) -> field.setText(values.get(setting)));
        lossTold = now.lossShare().orElse(0);
        loss.setValue(lossTold);
        lossWords.setText(Texts.text("settings.loss", now.loss()));
        shortcuts.setSelected(now.shortcuts().orElse(false));
        shortcuts.setIndeterminate(now.shortcuts().isEmpty());
    }

    private CheckBox shortcuts() {
        shortcuts.setId("settings-shortcuts");
        shortcuts.setOnAction(event ->
                send(CommandText.of(new PeerCommand.SetShortcuts(shortcuts.isSelected())) + scope));
        return shortcuts;
    }

    /** Creates a field whose text becomes the value of a {@code set} command. */
    private TextField field(String setting) {
        TextField field = new TextField();
        fields.put(setting, field);
        field.setId("settings-" + setting);
        field.setPrefColumnCount(8);
        field.setOnAction(event -> send("set " + setting + " " + point(field.getText()) + scope));
        return field;
    }

    /** Returns a number with the decimal point of commands, also where people write a comma. */
    private static String point(String typed) {
        return typed.replace(',', '.');
    }

    private void send(String command) {
        try {
            send.accept(CommandParser.parse(command));
            problem.setText("");
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }

    /**
     * Creates the slider for loss; a drag is sent when it ends, a click or an arrow key at once.
     */
    private Slider loss() {
        loss.setId("settings-loss");
        loss.setBlockIncrement(LOSS_STEP);
        loss.valueProperty().subscribe(value -> lossMoved());
        loss.valueChangingProperty().subscribe(changing -> lossMoved());
        return loss;
    }

    private void lossMoved() {
        double value = Math.round(loss.getValue() / LOSS_STEP) * LOSS_STEP;
        lossWords.setText(Texts.text("settings.loss", Amounts.percent(value)));
        if (!loss.isValueChanging() && Math.abs(value - lossTold) >= LOSS_STEP / 2) {
            lossTold = value;
            send(String.format(Locale.ROOT, "set loss %.2f%s", value, scope));
        }
    }
}
