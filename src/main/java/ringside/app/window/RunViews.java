package ringside.app.window;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import ringside.app.base.Desktop;
import ringside.app.events.EventsView;
import ringside.app.explanation.ExplanationCard;
import ringside.app.inspector.Hints;
import ringside.app.inspector.InspectorView;
import ringside.app.ring.RingGestures;
import ringside.app.ring.RingView;
import ringside.app.ring.SpiralCard;
import ringside.app.run.RunViewModel;

/** The views of one run: its ring, card, inspector, details and events. JavaFX thread only. */
final class RunViews {

    private final RunViewModel run;
    private final RingView ring;
    private final ExplanationCard explanation;
    private final SpiralCard spiral;
    private final InspectorView inspector;
    private final DetailTabs details;
    private final EventsView events;

    /**
     * Creates the views of a run.
     *
     * @param actions receives the user's gestures in the ring
     * @param liveControls of a running ring; empty for a recording
     */
    RunViews(
            RunViewModel run,
            RingGestures actions,
            Optional<LiveControls> liveControls,
            Desktop desktop) {
        this.run = run;
        ring = new RingView(run.ring(), actions);
        explanation =
                new ExplanationCard(
                        run.explanations().card(),
                        run.explanations()::close,
                        run.explanations()::toggleMessage,
                        run::toggleSpiral);
        StackPane.setAlignment(explanation, Pos.BOTTOM_LEFT);
        spiral = new SpiralCard(run.ring().spiral());
        StackPane.setAlignment(spiral, Pos.TOP_RIGHT);
        inspector =
                new InspectorView(
                        run.inspector(),
                        run.file(),
                        run.explanations().message(),
                        new Hints(run.timeline().playhead().source()),
                        run::select,
                        run.ring().selectedFileProperty()::set,
                        run.explanations()::toggleMessage);
        details = new DetailTabs(run, actions::menuWanted, liveControls, desktop);
        events = new EventsView(run.events(), run.explanations()::choose);
    }

    RunViewModel run() {
        return run;
    }

    RingView ring() {
        return ring;
    }

    ExplanationCard explanation() {
        return explanation;
    }

    SpiralCard spiral() {
        return spiral;
    }

    InspectorView inspector() {
        return inspector;
    }

    DetailTabs details() {
        return details;
    }

    EventsView events() {
        return events;
    }
}
