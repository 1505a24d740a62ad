package ringside.app.events;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.app.events.EventItem.Event;
import ringside.app.events.EventItem.Folded;
import ringside.app.events.EventItem.Head;
import ringside.app.events.EventItem.Place;
import ringside.app.search.FoundText;
import ringside.model.EventOrigin;
import ringside.model.Severity;

/** One row of the list of events; its nodes are created once and refilled. */
final class EventCell extends ListCell<EventItem> {

    private static final Map<Severity, PseudoClass> SEVERITIES = new EnumMap<>(Severity.class);
    private static final PseudoClass FUTURE = PseudoClass.getPseudoClass("future");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");
    private static final PseudoClass FOLD = PseudoClass.getPseudoClass("fold");
    private static final PseudoClass IN_FOLD = PseudoClass.getPseudoClass("in-fold");

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
    private final SeverityMark mark = new SeverityMark();
    private final HBox row = new HBox(time, peer, mark, what);

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
    protected void updateItem(@Nullable EventItem item, boolean empty) {
        super.updateItem(item, empty);
        row.setVisible(item != null);
        if (item == null) {
            return;
        }
        switch (item) {
            case Event event -> showEvent(event.row());
            case Folded folded -> showFold(folded, "closed");
            case Head head -> showFold(head.folded(), "open");
        }
        EventRow newest = item.newest();
        time.setText(newest.time());
        mark.show(item.severity());
        SEVERITIES.forEach((severity, state) ->
                what.pseudoClassStateChanged(state, severity == item.severity()));
        pseudoClassStateChanged(FOLD, item.isFold());
        pseudoClassStateChanged(
                IN_FOLD, item instanceof Event(EventRow _, Place place) && place == Place.IN_FOLD);
        pseudoClassStateChanged(ASKED, newest.traits().origin() == EventOrigin.USER);
        mark();
    }

    private void showEvent(EventRow event) {
        String text = event.explanation().text();
        peer.setText(event.explanation().peer().toString());
        tip.setText(text);
        what.write(text, model.highlights());
        setAccessibleText(String.join(" ", event.time(), peer.getText(), text));
    }

    private void showFold(Folded folded, String state) {
        String text = Texts.text("events.fold.since", folded.oldest().time(), folded.text());
        peer.setText(Texts.text("events.times", folded.told().size()));
        tip.setText(text);
        what.write(Texts.text("events.fold." + state, text), model.highlights());
        setAccessibleText(Texts.text("events.fold.spoken." + state, text));
    }

    private void mark() {
        EventItem item = getItem();
        int position = model.positionProperty().get();
        pseudoClassStateChanged(FUTURE, item != null && item.oldest().position() > position);
        pseudoClassStateChanged(
                CURRENT,
                item != null
                        && !model.showsTheLatest()
                        && model.current().filter(item.rows()::contains).isPresent());
    }
}
