package ringside.app.lessons;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.model.RingState;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioPlayer;
import ringside.scenario.ScenarioPlayer.StepMode;
import ringside.scenario.ScenarioSyntaxException;
import ringside.status.Command;
import ringside.status.StatusEntry;
import ringside.supervisor.ScenarioRing;

/** The available scenarios, and the progress of the one that plays. JavaFX thread only. */
public final class LessonsViewModel {

    /** Up to this many peers left over from another lesson may quit without a warning. */
    private static final int FEW = 2;

    private final FaultHuntViewModel hunt;
    private final ScenarioRing ring;
    private final ScenarioFolders scenarios;
    private final Supplier<RingState> now;
    private final Supplier<List<StatusEntry>> history;
    private final Executor javaFx;
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
    private final LessonSheet sheet = new LessonSheet();
    private final ReadOnlyObjectWrapper<@Nullable Lesson> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Playing> playing =
            new ReadOnlyObjectWrapper<>(Playing.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Stop> stop = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper playDisabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stopDisabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private @Nullable Play current;
    private boolean isWarned;

    public enum Playing {
        NOTHING,
        RUNNING,
        /** Paused until the user continues. */
        WAITING
    }

    /**
     * Creates a model that lists the scenarios and plays none.
     *
     * @param hunt the lesson that is no scenario; it ends when a scenario is chosen or played
     * @param ring the ring that scenarios command
     * @param now supplies the current ring
     * @param history supplies everything that has happened on the ring so far
     * @param javaFx runs work on the JavaFX thread
     */
    public LessonsViewModel(
            FaultHuntViewModel hunt,
            ScenarioRing ring,
            ScenarioFolders scenarios,
            Supplier<RingState> now,
            Supplier<List<StatusEntry>> history,
            Executor javaFx) {
        this.hunt = hunt;
        this.ring = ring;
        this.scenarios = scenarios;
        this.now = now;
        this.history = history;
        this.javaFx = javaFx;
        playing.subscribe(what -> showReasons());
        selected.subscribe(lesson -> showReasons());
        refresh();
    }

    private void showReasons() {
        String none = selected.get() == null ? Texts.text("lesson.disabled.none") : "";
        playDisabledReason.set(
                switch (playing.get()) {
                    case NOTHING, WAITING -> none;
                    case RUNNING -> Texts.text("lesson.disabled.running");
                });
        stopDisabledReason.set(
                switch (playing.get()) {
                    case NOTHING -> Texts.text("lesson.disabled.nothing");
                    case RUNNING, WAITING -> "";
                });
    }

    /** Reads the list of scenarios again. */
    public void refresh() {
        lessons.setAll(Lesson.in(scenarios.folders()));
    }

    /** Selects a scenario and shows its text; stops the one that plays. */
    public void select(Lesson lesson) {
        stop();
        hunt.end();
        selected.set(lesson);
        isWarned = false;
        say("");
        sheet.show(lesson.text());
    }

    /** Starts or continues the scenario, to the next stop or by one line. */
    public void play(StepMode mode) {
        if (current == null) {
            begin(mode);
        } else if (playing.get() == Playing.WAITING) {
            stop.set(null);
            playing.set(Playing.RUNNING);
            current.player.resume(mode);
        }
    }

    /** Takes the user's prediction, and continues to show whether it was right. */
    public void predict(String text) {
        if (current != null) {
            current.prediction = text.strip();
        }
        play(StepMode.STRAIGHT_THROUGH);
    }

    private void begin(StepMode mode) {
        Lesson lesson = selected.get();
        if (lesson == null) {
            return;
        }
        try {
            Scenario scenario =
                    ScenarioParser.parse(
                            String.valueOf(lesson.file().getFileName()), lesson.text());
            int leaving = ScenarioPeers.of(scenario).countOthers(now.get());
            if (leaving > FEW && !isWarned) {
                isWarned = true;
                say(Texts.text("lesson.leaving", leaving));
                return;
            }
            isWarned = false;
            hunt.end();
            sheet.begin(lesson.text());
            Play fresh = new Play(lesson, scenario, mode);
            current = fresh;
            playing.set(Playing.RUNNING);
            say("");
            fresh.player.start();
        } catch (ScenarioSyntaxException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void say(String words) {
        failed.set(false);
        status.set(words);
    }

    private void fail(String reason) {
        failed.set(true);
        status.set(reason);
    }

    /** Stops the scenario: the ring stays as it is, but its settings are restored. */
    public void stop() {
        Play stopped = current;
        if (stopped != null) {
            stopped.player.stop();
            rest();
            stopped.restoreSettings();
            say(Texts.text("lesson.stopped"));
        }
    }

    private void rest() {
        current = null;
        stop.set(null);
        playing.set(Playing.NOTHING);
        sheet.rest();
    }

    /** Stops the scenario that plays, and begins 'Find the fault'. */
    public void beginHunt() {
        stop();
        say("");
        hunt.begin();
    }

    /** The lesson in which a class finds a fault. */
    public FaultHuntViewModel hunt() {
        return hunt;
    }

    /** Passes an event of the ring to the player, which may be waiting for it. */
    public void accept(StatusEntry entry) {
        if (current != null) {
            current.player.accept(entry);
        }
    }

    /**
     * One play of a scenario. It takes the player's reports to the JavaFX thread, for as long as it
     * is the current one.
     */
    private final class Play implements ScenarioPlayer.Listener {

        private final SettingsBefore settingsBefore = SettingsBefore.of(now.get());
        private final ScenarioPlayer player;
        private String answered = "";
        private String prediction = "";

        Play(Lesson lesson, Scenario scenario, StepMode mode) {
            player =
                    new ScenarioPlayer(
                            scenario,
                            ring,
                            history.get(),
                            scenarios.paths(lesson.file()),
                            mode,
                            this);
        }

        private void onJavaFx(Runnable work) {
            javaFx.execute(() -> {
                if (current == this) {
                    work.run();
                }
            });
        }

        private void mark(Scenario.Step step, LessonLine.Mark mark, String what) {
            sheet.mark(step.number(), mark, what);
        }

        private void restoreSettings() {
            for (Command command : settingsBefore.toGiveBack(now.get())) {
                var _ = ring.carryOut(command);
            }
        }

        @Override
        public void began(Scenario.Step step) {
            onJavaFx(() -> mark(step, LessonLine.Mark.AT_WORK, ""));
        }

        @Override
        public void done(Scenario.Step step, String what) {
            onJavaFx(() -> {
                String words = said(step.line(), what);
                mark(step, LessonLine.Mark.DONE, words);
                if (step.line() instanceof ScenarioLine.Ask) {
                    answered = words;
                }
            });
        }

        @Override
        public void failed(Scenario.Step step, String reason) {
            onJavaFx(() -> {
                mark(step, LessonLine.Mark.FAILED, reason);
                fail(reason);
            });
        }

        @Override
        public void waits(Scenario.Step step) {
            onJavaFx(() -> {
                prediction = "";
                mark(step, LessonLine.Mark.NEXT, "");
                playing.set(Playing.WAITING);
                verdict.set(answered);
                answered = "";
                stop.set(Stop.of(step.line()).orElse(null));
            });
        }

        @Override
        public void ended() {
            onJavaFx(() -> {
                rest();
                if (failed.get()) {
                    restoreSettings();
                } else {
                    say(Texts.text("lesson.over"));
                }
            });
        }

        private String said(ScenarioLine line, String what) {
            return switch (line) {
                case ScenarioLine.Ask ask ->
                        prediction.isEmpty()
                                ? Texts.text("lesson.answer", ask.answer())
                                : Texts.text("lesson.predicted", prediction, ask.answer());
                case ScenarioLine.Say _ -> "";
                case ScenarioLine.Task _ -> what;
            };
        }
    }

    /** All scenarios, lessons first. */
    public ObservableList<Lesson> lessons() {
        return lessons;
    }

    /** The lines of the selected scenario, with their progress. */
    public ObservableList<LessonLine> lines() {
        return sheet.lines();
    }

    /** The selected scenario; null for none. */
    public ReadOnlyObjectProperty<@Nullable Lesson> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Playing> playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The reason why nothing can be played now, one plain sentence; empty when it can be. */
    public ReadOnlyStringProperty playDisabledReasonProperty() {
        return playDisabledReason.getReadOnlyProperty();
    }

    /** The reason why there is nothing to stop, one plain sentence; empty when there is. */
    public ReadOnlyStringProperty stopDisabledReasonProperty() {
        return stopDisabledReason.getReadOnlyProperty();
    }

    /** The stop whose text is shown over the ring; null for none. */
    public ReadOnlyObjectProperty<@Nullable Stop> stopProperty() {
        return stop.getReadOnlyProperty();
    }

    /**
     * The previous prediction with the right answer; empty unless the stop before was a question.
     */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Whether a line failed; the status gives the reason. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** The error, or that the scenario has ended, in one sentence; empty before. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}
