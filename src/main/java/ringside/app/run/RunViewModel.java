package ringside.app.run;

import java.util.Optional;
import java.util.concurrent.Executor;
import ringside.app.charts.ChartsViewModel;
import ringside.app.events.EventsViewModel;
import ringside.app.expected.ExpectedViewModel;
import ringside.app.inspector.FileViewModel;
import ringside.app.inspector.InspectorViewModel;
import ringside.app.ladder.LadderViewModel;
import ringside.app.peers.PeersViewModel;
import ringside.app.ring.RingViewModel;
import ringside.app.timeline.TimelineViewModel;
import ringside.app.transfers.TransfersViewModel;
import ringside.model.RequestKey;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.rules.Rules;
import ringside.story.ExpectedStory;
import ringside.timeline.History;
import ringside.timeline.Playhead.Source;

/** All view models of one run, at one moment. JavaFX thread only. */
public final class RunViewModel {

    private final Optional<Rules> rules;
    private final RingFeed feed;
    private final RingViewModel ring = new RingViewModel();
    private final PeersViewModel peers = new PeersViewModel(ring.selectedPeerProperty());
    private final ExplanationController explanations;
    private final EventsViewModel events;
    private final TimelineViewModel timeline;
    private final TransfersViewModel transfers = new TransfersViewModel();
    private final InspectorViewModel inspector = new InspectorViewModel();
    private final FileViewModel file = new FileViewModel();
    private final LadderViewModel ladder;
    private final ChartsViewModel charts;
    private final Optional<ExpectedViewModel> expected;
    private RingState shown = RingState.EMPTY;

    /**
     * Creates the view models, which show an empty ring at first.
     *
     * @param feed supplies the entries of the run
     * @param worker runs slow work, one task after another
     * @param rules prescribe what peers say; empty if they are not known
     */
    public RunViewModel(RingFeed feed, Source source, Executor worker, Optional<Rules> rules) {
        this.rules = rules;
        this.feed = feed;
        History history = feed.history();
        EventRowSource rowSource = new EventRowSource(history);
        events = new EventsViewModel(rowSource);
        timeline = new TimelineViewModel(history, feed.marks(), source, events);
        explanations = new ExplanationController(history, rowSource, ring, timeline, () -> shown);
        ladder = new LadderViewModel(history, worker);
        charts = new ChartsViewModel(history);
        expected =
                rules.map(family ->
                        new ExpectedViewModel(
                                new ExpectedStory(family), ring.concernedProperty()::set));
        explanations.chosenProperty().subscribe(events::choose);
        transfers.selectedProperty().subscribe(ladder::select);
        ring.selectedPeerProperty()
                .subscribe(peer -> {
                    if (peer != null) {
                        ring.selectedFileProperty().set(null);
                    }
                });
        feed.listen(this::accept);
    }

    private void accept(RingFeed.FoldedEvent folded) {
        if (!folded.routine() || events.routineProperty().get()) {
            EventRowSource.rowsOf(folded).forEach(events::add);
        }
        expected.ifPresent(model -> model.accept(folded.entry()));
    }

    /** Advances the time to that of a frame, and returns the ring to show. */
    public RingState advanceTo(long nowMicros) {
        shown = timeline.onFrame(nowMicros, feed.lagMicros());
        return shown;
    }

    /** Takes the moment over into all view models but the ring's, once a frame. */
    public void showMoment() {
        inspector.update(selected().flatMap(shown::peer), shown, atMicros());
        file.update(ring.selectedFileProperty().get(), shown, atMicros());
        transfers.update(shown);
        ring.spiral().update(shown, atMicros());
        ladder.update(shown, atMicros());
        charts.update(
                shown,
                timeline.moment().position(),
                selected().flatMap(shown::peer),
                ladder.transferProperty().get());
        explanations.moved(timeline.moment());
        events.flush();
        if (timeline.takeJump()) {
            events.openFoldAt(timeline.moment().position(), timeline.moment().atMicros());
        }
        events.showMoment(timeline.moment().position());
    }

    /**
     * Returns the time that is shown, in microseconds since the epoch. For a recording it stops at
     * the end, even when a longer one beside it continues.
     */
    public long atMicros() {
        long atMicros = timeline.moment().atMicros();
        return switch (timeline.playhead().source()) {
            case RUNNING -> atMicros;
            case RECORDED -> Math.min(atMicros, feed.history().endMicros());
        };
    }

    /** Shows from now on the moments of another run, each as long after its own beginning. */
    public void follow(RunViewModel leading) {
        timeline.follow(leading.timeline);
    }

    /** Shows from now on a position of this run together with one of the run that it follows. */
    public void align(int position, int leadingPosition) {
        timeline.align(position, leadingPosition);
    }

    public void stopFollowing() {
        timeline.stopFollowing();
    }

    /** Selects a peer, and no file. */
    public void select(PeerId id) {
        ring.selectedFileProperty().set(null);
        ring.selectedPeerProperty().set(id);
    }

    /**
     * Shows the way of a request as a spiral, or the ring again: of the chosen event's request, or
     * else of the latest one.
     *
     * @return false if there is no request
     */
    public boolean toggleSpiral() {
        if (ring.spiral().isShown()) {
            ring.spiral().close();
            return true;
        }
        Optional<RequestKey> chosen = explanations.chosenRequest();
        chosen.ifPresent(key -> ring.spiral().follow(key, shown, atMicros()));
        return chosen.isPresent() || ring.spiral().followLatest(shown, atMicros());
    }

    /** Returns the selected peer; empty when none is. */
    public Optional<PeerId> selected() {
        return Optional.ofNullable(ring.selectedPeerProperty().get());
    }

    public RingState shown() {
        return shown;
    }

    public RingFeed feed() {
        return feed;
    }

    /** The explanations, and the questions that can be asked. */
    public ExplanationController explanations() {
        return explanations;
    }

    public TimelineViewModel timeline() {
        return timeline;
    }

    public RingViewModel ring() {
        return ring;
    }

    public EventsViewModel events() {
        return events;
    }

    /** The transfers of the run, one of which may be selected. */
    public TransfersViewModel transfers() {
        return transfers;
    }

    /** What the peers should say; empty if it is not known. */
    public Optional<Rules> rules() {
        return rules;
    }

    /** The sentences that peers should say; empty if the rules are not known. */
    public Optional<ExpectedViewModel> expected() {
        return expected;
    }

    /** The table of all peers. */
    public PeersViewModel peers() {
        return peers;
    }

    public InspectorViewModel inspector() {
        return inspector;
    }

    /** The page of the selected file. */
    public FileViewModel file() {
        return file;
    }

    public ChartsViewModel charts() {
        return charts;
    }

    public LadderViewModel ladder() {
        return ladder;
    }
}
