package ringside.app.run;

import java.util.Optional;
import java.util.concurrent.Executor;
import ringside.app.charts.ChartsViewModel;
import ringside.app.events.EventsViewModel;
import ringside.app.inspector.InspectorViewModel;
import ringside.app.ladder.LadderViewModel;
import ringside.app.ring.RingViewModel;
import ringside.app.timeline.TimelineViewModel;
import ringside.app.transfers.TransfersViewModel;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.timeline.History;
import ringside.timeline.Playhead.Source;

/**
 * All that is told of one run: the view models of its rooms, at one moment. For the JavaFX thread.
 */
public final class RunViewModel {

    private final RingFeed feed;
    private final RingViewModel ring = new RingViewModel();
    private final ExplanationController explanations;
    private final EventsViewModel events;
    private final TimelineViewModel timeline;
    private final TransfersViewModel transfers = new TransfersViewModel();
    private final InspectorViewModel inspector = new InspectorViewModel();
    private final LadderViewModel ladder;
    private final ChartsViewModel charts;
    private RingState shown = RingState.EMPTY;

    /**
     * Tells nothing yet.
     *
     * @param feed what has come of the run
     * @param worker does what takes its time, one after another
     */
    public RunViewModel(RingFeed feed, Source source, Executor worker) {
        this.feed = feed;
        History history = feed.history();
        EventRowSource teller = new EventRowSource(history);
        events = new EventsViewModel(teller);
        timeline = new TimelineViewModel(history, feed.marks(), source, events);
        explanations = new ExplanationController(history, teller, ring, timeline, () -> shown);
        ladder = new LadderViewModel(history, worker);
        charts = new ChartsViewModel(history);
        transfers.selectedProperty().subscribe(ladder::select);
        feed.listen(this::hear);
    }

    private void hear(RingFeed.Told told) {
        if (!told.isRoutine() || events.routineProperty().get()) {
            EventRowSource.rowsOf(told).forEach(events::add);
        }
    }

    /** Moves on to a frame, and tells what it shows. */
    public RingState frame(long nowMicros) {
        shown = timeline.frame(nowMicros);
        return shown;
    }

    /** Tells in all rooms what is shown, once a frame. */
    public void update() {
        inspector.update(selected().flatMap(shown::peer), shown, atMicros());
        transfers.update(shown);
        ladder.update(shown, atMicros());
        charts.update(
                shown,
                timeline.moment().position(),
                selected().flatMap(shown::peer),
                ladder.transferProperty().get());
        explanations.moved(timeline.moment());
        events.flush();
        events.showMoment(timeline.moment().position());
    }

    /**
     * The time that is shown, in microseconds since the epoch; that of a recording ends, also where
     * a longer one beside it goes on.
     */
    public long atMicros() {
        long at = timeline.moment().atMicros();
        return switch (timeline.playhead().source()) {
            case RUNNING -> at;
            case RECORDED -> Math.min(at, feed.history().endMicros());
        };
    }

    /** Looks at a peer. */
    public void select(PeerId id) {
        ring.selectedPeerProperty().set(id);
    }

    /** The peer that is looked at. */
    public Optional<PeerId> selected() {
        return Optional.ofNullable(ring.selectedPeerProperty().get());
    }

    /** The ring at the moment that is shown. */
    public RingState shown() {
        return shown;
    }

    /** What has come of it. */
    public RingFeed feed() {
        return feed;
    }

    /** What is explained, and the questions that can be asked. */
    public ExplanationController explanations() {
        return explanations;
    }

    /** Its moments. */
    public TimelineViewModel timeline() {
        return timeline;
    }

    /** What is looked at in the ring, and how. */
    public RingViewModel ring() {
        return ring;
    }

    /** What happened. */
    public EventsViewModel events() {
        return events;
    }

    /** Its transfers, one of which may be selected. */
    public TransfersViewModel transfers() {
        return transfers;
    }

    /** The peer that is looked at. */
    public InspectorViewModel inspector() {
        return inspector;
    }

    /** Its measurements over time. */
    public ChartsViewModel charts() {
        return charts;
    }

    /** The selected transfer, step by step. */
    public LadderViewModel ladder() {
        return ladder;
    }
}
