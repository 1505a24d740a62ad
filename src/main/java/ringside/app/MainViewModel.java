package ringside.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import ringside.app.WindowOptions.Recording;
import ringside.app.WindowOptions.RunningRing;
import ringside.app.actions.ActionsViewModel;
import ringside.app.actions.CommandBoxViewModel;
import ringside.app.charts.ChartsViewModel;
import ringside.app.events.EventsViewModel;
import ringside.app.inspector.InspectorViewModel;
import ringside.app.ladder.LadderViewModel;
import ringside.app.lessons.LessonsViewModel;
import ringside.app.ring.RingViewModel;
import ringside.app.timeline.TimelineViewModel;
import ringside.app.transfers.TransfersViewModel;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.timeline.History;

/** The view models of all rooms, and what they have in common. For the JavaFX thread. */
final class MainViewModel {

    private final RingViewModel ring = new RingViewModel();
    private final WhyDesk whyDesk;
    private final EventsViewModel events;
    private final TimelineViewModel timeline;
    private final TransfersViewModel transfers = new TransfersViewModel();
    private final InspectorViewModel inspector = new InspectorViewModel();
    private final LadderViewModel ladder;
    private final ChartsViewModel charts;
    private final Optional<LessonsViewModel> lessons;
    private final ActionsViewModel actions = new ActionsViewModel();
    private final CommandBoxViewModel commandBox;
    private final WindowOptions.Subject subject;
    private final Summary summary;
    private RingState latest = RingState.EMPTY;
    private RingState shown = RingState.EMPTY;

    /**
     * What one window shows.
     *
     * @param worker does what takes its time, one after another
     */
    MainViewModel(
            WindowOptions options, RingFeed feed, RingOperator operator, Executor worker) {
        this.subject = options.subject();
        History history = feed.history();
        EventsTeller teller = new EventsTeller(history);
        this.events = new EventsViewModel(teller);
        this.timeline =
                new TimelineViewModel(feed.history(), feed.marks(), subject.source(), events);
        this.summary = new Summary(options, timeline, this::aliveCount);
        this.whyDesk = new WhyDesk(history, teller, ring, timeline, () -> shown);
        this.charts = new ChartsViewModel(history);
        this.ladder = new LadderViewModel(history, worker);
        transfers.selectedProperty().subscribe(ladder::select);
        this.commandBox =
                new CommandBoxViewModel(
                        () -> latest,
                        (command, failed) -> operator.carryOut(command, () -> {}, failed));
        this.lessons =
                switch (subject) {
                    case RunningRing ring ->
                            Optional.of(
                                    new LessonsViewModel(
                                            ring.stage(),
                                            ring.places(),
                                            feed::entries,
                                            operator::later));
                    case Recording _ -> Optional.empty();
                };
        lessons.ifPresent(playing -> feed.listen(told -> playing.hear(told.entry())));
        lessons.ifPresent(playing -> playing.playingProperty().subscribe(this::showWhatIsPlayed));
    }

    /** A lesson goes on now, not where somebody has held the view. */
    private void showWhatIsPlayed(LessonsViewModel.Playing playing) {
        switch (playing) {
            case RUNNING -> timeline.playhead().toLive();
            case NOTHING, WAITING -> {}
        }
    }

    /**
     * Takes the ring once a frame. Actions and commands are for the ring as it is, the picture may be
     * one of the past.
     */
    void update(RingState now, RingState picture) {
        boolean changed = now != latest;
        latest = now;
        shown = picture;
        switch (subject) {
            case RunningRing _ -> actions.update(selected().flatMap(latest::peer));
            case Recording _ -> actions.prevent(Texts.text("hindrance.recording"));
        }
        inspector.update(selected().flatMap(shown::peer), shown, shownMicros());
        transfers.update(shown);
        ladder.update(shown, shownMicros());
        charts.update(
                shown,
                timeline.moment().position(),
                selected().flatMap(shown::peer),
                ladder.transferProperty().get());
        whyDesk.moved(timeline.moment().position());
        events.flush();
        events.showMoment(timeline.moment().position());
        if (changed) {
            commandBox.refresh();
        }
        summary.update(shown);
    }

    /** How many peers have a process that runs. */
    int aliveCount() {
        return switch (subject) {
            case RunningRing _ ->
                    (int) latest.peers().stream().filter(p -> p.phase().isAlive()).count();
            case Recording _ -> 0;
        };
    }

    /** Whether nobody is on the ring now, so that somebody could be added; a recording has no now. */
    boolean isDeserted() {
        return switch (subject) {
            case RunningRing _ -> aliveCount() == 0 && !timeline.pastProperty().get();
            case Recording _ -> false;
        };
    }

    /** The time that is shown, in microseconds since the epoch. */
    long shownMicros() {
        return timeline.moment().atMicros();
    }

    void select(PeerId id) {
        ring.selectedPeerProperty().set(id);
    }

    /** What is explained, and the questions that can be asked. */
    WhyDesk whyDesk() {
        return whyDesk;
    }

    Optional<PeerId> selected() {
        return Optional.ofNullable(ring.selectedPeerProperty().get());
    }

    /** The ring as it is, whatever is looked at. */
    RingState latest() {
        return latest;
    }

    /** The ring as it is drawn. */
    RingState shown() {
        return shown;
    }

    TimelineViewModel timeline() {
        return timeline;
    }

    RingViewModel ring() {
        return ring;
    }

    EventsViewModel events() {
        return events;
    }

    TransfersViewModel transfers() {
        return transfers;
    }

    InspectorViewModel inspector() {
        return inspector;
    }

    /** Scenarios in this window; none on a recording, which has no processes. */
    Optional<LessonsViewModel> lessons() {
        return lessons;
    }

    ChartsViewModel charts() {
        return charts;
    }

    LadderViewModel ladder() {
        return ladder;
    }

    ActionsViewModel actions() {
        return actions;
    }

    CommandBoxViewModel commandBox() {
        return commandBox;
    }

    /** What speaks of all peers at once. */
    Summary summary() {
        return summary;
    }
}
