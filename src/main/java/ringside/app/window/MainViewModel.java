package ringside.app.window;

import java.nio.file.Path;
import java.util.Optional;
import ringside.app.actions.ActionsViewModel;
import ringside.app.actions.CommandBoxViewModel;
import ringside.app.actions.LocalFiles;
import ringside.app.command.CommandCheck;
import ringside.app.control.CommandDispatcher;
import ringside.app.control.DispatchedRing;
import ringside.app.invitation.JoinInvitation;
import ringside.app.lessons.FaultHuntViewModel;
import ringside.app.lessons.LessonsViewModel;
import ringside.app.run.RingFeed;
import ringside.app.run.RunViewModel;
import ringside.app.window.WindowOptions.RunningRing;
import ringside.model.RingState;

/** The run that the window shows, with the actions and commands on it. JavaFX thread only. */
final class MainViewModel {

    /** The file that peers own in a hunt. */
    private static final Path SAMPLE = Path.of("assets", "files", "4126.png");

    private final RunViewModel run;
    private final Optional<LessonsViewModel> lessons;
    private final ActionsViewModel actions = new ActionsViewModel();
    private final CommandBoxViewModel commandBox;
    private final WindowOptions.Subject subject;
    private final RingSummary summary;
    private final Optional<JoinInvitation> invitation;
    private RingState latest = RingState.EMPTY;

    MainViewModel(WindowOptions options, RunViewModel run, CommandDispatcher dispatcher) {
        this.subject = options.subject();
        this.run = run;
        this.invitation = options.invitation();
        this.summary = new RingSummary(options, run.timeline(), this::aliveCount);
        this.commandBox =
                new CommandBoxViewModel(
                        () -> latest,
                        dispatcher::carryOut,
                        new LocalFiles(
                                Thread.ofPlatform().daemon().name("file list")::start,
                                dispatcher::later));
        this.lessons = subject.running().map(ring -> lessonsOn(ring, run.feed(), dispatcher));
        dispatcher.disabledReason().ifPresent(commandBox::prevent);
    }

    /** Returns how other machines join the ring; empty where they cannot. */
    Optional<JoinInvitation> invitation() {
        return invitation;
    }

    private LessonsViewModel lessonsOn(
            RunningRing ring, RingFeed feed, CommandDispatcher dispatcher) {
        DispatchedRing dispatched = new DispatchedRing(ring.ring(), dispatcher);
        FaultHuntViewModel hunt =
                new FaultHuntViewModel(
                        dispatched,
                        ring.scenarios().paths(SAMPLE).find(SAMPLE.toString()),
                        ring.seeds(),
                        dispatcher::later);
        LessonsViewModel model =
                new LessonsViewModel(
                        hunt,
                        dispatched,
                        ring.scenarios(),
                        () -> latest,
                        feed::entries,
                        dispatcher::later);
        feed.listen(folded -> {
            model.accept(folded.entry());
            hunt.accept(folded.entry(), folded.before());
        });
        model.playingProperty().subscribe(this::showPlaying);
        return model;
    }

    /** Returns to the present when a lesson starts, wherever the user held the view. */
    private void showPlaying(LessonsViewModel.Playing playing) {
        switch (playing) {
            case RUNNING -> run.timeline().playhead().toPresent();
            case NOTHING, WAITING -> {}
        }
    }

    /**
     * Takes over the current ring, once a frame. Actions and commands apply to it, whatever moment
     * is shown.
     *
     * @param focused the run that the user turned to last
     */
    void update(RingState now, RunViewModel focused) {
        boolean changed = now != latest;
        latest = now;
        actionsDisabledReason(focused)
                .ifPresentOrElse(actions::prevent, () -> actions.update(run.selected(), latest));
        if (changed) {
            commandBox.refresh();
        }
        lessons.ifPresent(model -> model.hunt().update(now));
        summary.update(now, focused.ring().verdict());
    }

    /** Returns why buttons and keys can do nothing while the user has turned to a run. */
    static Optional<String> actionsDisabledReason(RunViewModel focused) {
        return CommandCheck.disabledReason(focused.timeline().playhead().source());
    }

    /** Counts the peers with a running process; 0 for a recording. */
    int aliveCount() {
        return subject.running().isEmpty()
                ? 0
                : (int) latest.peers().stream().filter(p -> p.phase().isAlive()).count();
    }

    /** Returns whether a running ring is empty at live, so that the first steps apply. */
    boolean isDeserted() {
        return subject.running().isPresent()
                && aliveCount() == 0
                && !run.timeline().pastProperty().get();
    }

    /** Returns the current ring, whatever moment is shown. */
    RingState latest() {
        return latest;
    }

    RunViewModel run() {
        return run;
    }

    /** Returns the name of the run beside another. */
    String runName() {
        return subject.runName();
    }

    /** The lessons of this window; empty for a recording, which has no processes. */
    Optional<LessonsViewModel> lessons() {
        return lessons;
    }

    ActionsViewModel actions() {
        return actions;
    }

    CommandBoxViewModel commandBox() {
        return commandBox;
    }

    RingSummary summary() {
        return summary;
    }
}
