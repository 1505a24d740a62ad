package ringside.app.events;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import ringside.app.search.FoundText;
import ringside.model.Severity;

/** One row of the list of events; its nodes are created once and refilled. */
final class EventCell extends ListCell<EventRow> {

    private static final Map<Severity, PseudoClass> SEVERITIES = new EnumMap<>(Severity.class);
    private static final PseudoClass FUTURE = PseudoClass.getPseudoClass("future");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    static {
        for (Severity severity : Severity.values()) {
            SEVERITIES.put(
                    severity, PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT)));
        }
    }

    private final EventsViewModel model;
    private final Label time = new Label();
    private final Label peer = new Label();
    private final FoundText what = new FoundText("event-what");
    private final Tooltip tip = new Tooltip();
    private final HBox row = new HBox(time, peer, what);

    EventCell(EventsViewModel model) {
        this.model = model;
        time.getStyleClass().add("event-time");
        peer.getStyleClass().add("event-peer");
        tip.setWrapText(true);
        tip.setMaxWidth(600);
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        setPrefWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        Tooltip.install(what, tip);
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
        what.write(item.explanation().text(), model.highlights());
        SEVERITIES.forEach((severity, state) ->
                what.pseudoClassStateChanged(state, severity == item.explanation().severity()));
        setAccessibleText(String.join(" ", item.time(), peer.getText(), item.explanation().text()));
        mark();
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
