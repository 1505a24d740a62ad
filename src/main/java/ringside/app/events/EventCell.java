package ringside.app.events;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import ringside.model.Severity;

/** One row of the list of events; its nodes are made once and filled again. */
final class EventCell extends ListCell<EventRow> {

    private static final Map<Severity, PseudoClass> SEVERITIES = new EnumMap<>(Severity.class);
    private static final PseudoClass FUTURE = PseudoClass.getPseudoClass("future");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    static {
        for (Severity severity : Severity.values()) {
            SEVERITIES.put(
                    severity,
                    PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT)));
        }
    }

    private final EventsViewModel model;
    private final Label time = new Label();
    private final Label peer = new Label();
    private final HBox pieces = new HBox();
    private final Tooltip tip = new Tooltip();
    private final HBox row = new HBox(time, peer, pieces);

    EventCell(EventsViewModel model) {
        this.model = model;
        time.getStyleClass().add("event-time");
        peer.getStyleClass().add("event-peer");
        pieces.getStyleClass().add("event-pieces");
        tip.setWrapText(true);
        tip.setMaxWidth(600);
        setGraphic(row);
        setPrefWidth(0);
        HBox.setHgrow(pieces, Priority.ALWAYS);
        Tooltip.install(pieces, tip);
        model.positionProperty().subscribe(position -> mark());
    }

    @Override
    protected void updateItem(@Nullable EventRow item, boolean empty) {
        super.updateItem(item, empty);
        row.setVisible(item != null);
        if (item == null) {
            return;
        }
        time.setText(item.time());
        peer.setText(item.explanation().peer().toString());
        tip.setText(item.explanation().text());
        write(item.explanation().text(), item.explanation().severity());
        setAccessibleText(
                String.join(" ", item.time(), peer.getText(), item.explanation().text()));
        mark();
    }

    private void write(String text, Severity severity) {
        List<Highlight> parts = Highlight.in(text, model.words());
        while (pieces.getChildren().size() > parts.size()) {
            pieces.getChildren().removeLast();
        }
        while (pieces.getChildren().size() < parts.size()) {
            Label label = new Label();
            label.getStyleClass().add("event-what");
            pieces.getChildren().add(label);
        }
        for (int i = 0; i < parts.size(); i++) {
            Label label = (Label) pieces.getChildren().get(i);
            label.setText(parts.get(i).piece());
            label.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("found"), parts.get(i).found());
            SEVERITIES.forEach(
                    (each, state) -> label.pseudoClassStateChanged(state, each == severity));
        }
    }

    private void mark() {
        EventRow item = getItem();
        int position = model.positionProperty().get();
        pseudoClassStateChanged(FUTURE, item != null && item.position() > position);
        int current = model.firstNotAfter(position);
        boolean live = current == 0;
        pseudoClassStateChanged(
                CURRENT,
                !live
                        && current < model.rows().size()
                        && Objects.equals(item, model.rows().get(current)));
    }
}
