package ringside.app.window;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.StackPane;

/** Selects which of two runs the inspector, the details and the events show. JavaFX thread only. */
final class FocusedRun {

    private final StackPane inspector = new StackPane();
    private final StackPane details = new StackPane();
    private final StackPane events = new StackPane();
    private final ReadOnlyObjectWrapper<RunViews> views;

    FocusedRun(RunViews first) {
        views = new ReadOnlyObjectWrapper<>(first);
        views.subscribe(this::lay);
    }

    /** Shows a run, and keeps the selected tab. */
    void focus(RunViews other) {
        other.details().show(views.get().details().shown());
        views.set(other);
    }

    private void lay(RunViews now) {
        inspector.getChildren().setAll(now.inspector());
        details.getChildren().setAll(now.details());
        events.getChildren().setAll(now.events());
    }

    ReadOnlyObjectProperty<RunViews> viewsProperty() {
        return views.getReadOnlyProperty();
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
