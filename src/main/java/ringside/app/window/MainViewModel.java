package ringside.app.window;

import java.util.Optional;
import ringside.app.actions.ActionsViewModel;
import ringside.app.actions.CommandBoxViewModel;
import ringside.app.actions.LocalFiles;
import ringside.app.base.Texts;
import ringside.app.control.CommandDispatcher;
import ringside.app.lessons.LessonsViewModel;
import ringside.app.run.RingFeed;
import ringside.app.run.RunViewModel;
import ringside.app.window.WindowOptions.Recording;
import ringside.app.window.WindowOptions.RunningRing;
import ringside.model.RingState;
import ringside.model.RingVerdict;

/** The run that the window shows, and what can be done with it. For the JavaFX thread. */
final class MainViewModel {

    private final RunViewModel run;
    private final Optional<LessonsViewModel> lessons;
    private final ActionsViewModel actions = new ActionsViewModel();
    private final CommandBoxViewModel commandBox;
    private final WindowOptions.Subject subject;
    private final Summary summary;
    private RingState latest = RingState.EMPTY;

    MainViewModel(WindowOptions options, RunViewModel run, CommandDispatcher dispatcher) {
        this.subject = options.subject();
        this.run = run;
        this.summary = new Summary(options, run.timeline(), this::aliveCount);
        this.commandBox =
                new CommandBoxViewModel(
                        () -> latest,
                        dispatcher::carryOut,
                        new LocalFiles(Thread::startVirtualThread, dispatcher::later));
        this.lessons =
                switch (subject) {
                    case RunningRing ring -> Optional.of(lessonsOn(ring, run.feed(), dispatcher));
                    case Recording _ -> Optional.empty();
                };
        switch (subject) {
            case RunningRing _ -> {}
            case Recording _ -> commandBox.prevent(Texts.text("disabled.recording"));
        }
    }

    private LessonsViewModel lessonsOn(
            RunningRing ring, RingFeed feed, CommandDispatcher dispatcher) {
        LessonsViewModel playing =
                new LessonsViewModel(
                        ring.ring(), ring.places(), () -> latest, feed::entries, dispatcher::later);
        feed.listen(told -> playing.hear(told.entry()));
        playing.playingProperty().subscribe(this::showWhatIsPlayed);
        return playing;
    }

    /** A lesson goes on now, not where somebody has held the view. */
    private void showWhatIsPlayed(LessonsViewModel.Playing playing) {
        switch (playing) {
            case RUNNING -> run.timeline().playhead().toLive();
            case NOTHING, WAITING -> {}
        }
    }

    /**
     * Takes the ring as it is, once a frame. Actions and commands are for that, whatever moment is
     * shown.
     *
     * @param focused the verdict on the ring of which the lights tell
     */
    void update(RingState now, RingVerdict focused) {
        boolean changed = now != latest;
        latest = now;
        switch (subject) {
            case RunningRing _ -> actions.update(run.selected().flatMap(latest::peer));
            case Recording _ -> actions.prevent(Texts.text("disabled.recording"));
        }
        if (changed) {
            commandBox.refresh();
        }
        summary.update(now, focused);
    }

    /** How many peers have a process that runs. */
    int aliveCount() {
        return switch (subject) {
            case RunningRing _ ->
                    (int) latest.peers().stream().filter(p -> p.phase().isAlive()).count();
            case Recording _ -> 0;
        };
    }

    /**
     * Whether nobody is on the ring now, so that somebody could be added; a recording has no now.
     */
    boolean isDeserted() {
        return switch (subject) {
            case RunningRing _ -> aliveCount() == 0 && !run.timeline().pastProperty().get();
            case Recording _ -> false;
        };
    }

    /** The ring as it is, whatever is looked at. */
    RingState latest() {
        return latest;
    }

    /** What is told of the run. */
    RunViewModel run() {
        return run;
    }

    /** What the run is called beside another. */
    String runName() {
        return switch (subject) {
            case RunningRing _ -> Texts.text("beside.running");
            case Recording recording -> recording.name();
        };
    }

    /** Scenarios in this window; none on a recording, which has no processes. */
    Optional<LessonsViewModel> lessons() {
        return lessons;
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
