package ringside.app;

import java.util.List;
import ringside.app.ring.RingLayout;
import ringside.app.takeaway.TakeAway;
import ringside.model.RingState;
import ringside.status.StatusEntry;
import ringside.timeline.History;
import ringside.timeline.Moment;

/** The window's moment, for whoever draws it once more. For the JavaFX thread. */
record ShownMoment(RingFeed feed, MainViewModel model) implements TakeAway.Source {

    @Override
    public History history() {
        return feed.history();
    }

    @Override
    public List<StatusEntry> entries() {
        return feed.entries();
    }

    @Override
    public RingState shown() {
        return model.shown();
    }

    @Override
    public Moment moment() {
        return model.timeline().moment();
    }

    @Override
    public RingLayout layout() {
        return model.ring().layoutProperty().get();
    }
}
