package ringside.app;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.StackPane;

/** Which of two runs the inspector, the details and the events tell of. JavaFX thread. */
final class LookedAt {

    private final StackPane inspector = new StackPane();
    private final StackPane details = new StackPane();
    private final StackPane events = new StackPane();
    private final ReadOnlyObjectWrapper<RunRooms> rooms;

    LookedAt(RunRooms first) {
        rooms = new ReadOnlyObjectWrapper<>(first);
        rooms.subscribe(this::lay);
    }

    /** Looks at a run, with the tab that was in front. */
    void lookAt(RunRooms other) {
        other.details().show(rooms.get().details().shown());
        rooms.set(other);
    }

    private void lay(RunRooms now) {
        inspector.getChildren().setAll(now.inspector());
        details.getChildren().setAll(now.details());
        events.getChildren().setAll(now.events());
    }

    /** What is looked at. */
    ReadOnlyObjectProperty<RunRooms> roomsProperty() {
        return rooms.getReadOnlyProperty();
    }

    StackPane inspector() {
        return inspector;
    }

    StackPane details() {
        return details;
    }

    StackPane events() {
        return events;
    }
}
