package ringside.app.window;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.StackPane;

/** Which of two runs the inspector, the details and the events tell of. JavaFX thread. */
final class FocusedRun {

    private final StackPane inspector = new StackPane();
    private final StackPane details = new StackPane();
    private final StackPane events = new StackPane();
    private final ReadOnlyObjectWrapper<RunViews> views;

    FocusedRun(RunViews first) {
        views = new ReadOnlyObjectWrapper<>(first);
        views.subscribe(this::lay);
    }

    /** Looks at a run, with the tab that was in front. */
    void lookAt(RunViews other) {
        other.details().show(views.get().details().shown());
        views.set(other);
    }

    private void lay(RunViews now) {
        inspector.getChildren().setAll(now.inspector());
        details.getChildren().setAll(now.details());
        events.getChildren().setAll(now.events());
    }

    /** What is looked at. */
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
