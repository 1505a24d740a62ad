package ringside.app;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import ringside.app.events.EventsView;
import ringside.app.inspector.Hints;
import ringside.app.inspector.InspectorView;
import ringside.app.ring.RingActions;
import ringside.app.ring.RingView;
import ringside.app.run.RunViewModel;
import ringside.app.why.WhyCard;

/** The rooms that show one run: its ring, and what is told of it. JavaFX thread. */
final class RunRooms {

    private final RunViewModel run;
    private final RingView ring;
    private final WhyCard why;
    private final InspectorView inspector;
    private final DetailTabs details;
    private final EventsView events;

    /**
     * Shows a run.
     *
     * @param actions told what the user does in the ring
     * @param handles of a ring that runs; none for a recording
     */
    RunRooms(RunViewModel run, RingActions actions, Optional<Handles> handles, Desktop desktop) {
        this.run = run;
        ring = new RingView(run.ring(), actions);
        why = new WhyCard(run.whyDesk().card(), run.whyDesk()::close);
        StackPane.setAlignment(why, Pos.BOTTOM_LEFT);
        inspector = new InspectorView(run.inspector(), hints(run), run::select);
        details = new DetailTabs(run, handles, desktop);
        events = new EventsView(run.events(), run.whyDesk()::choose);
    }

    private static Hints hints(RunViewModel run) {
        return new Hints(run.timeline().playhead().source());
    }

    RunViewModel run() {
        return run;
    }

    RingView ring() {
        return ring;
    }

    WhyCard why() {
        return why;
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
