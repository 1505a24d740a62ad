package ringside.app.lessons;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
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
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.model.RingState;
import ringside.scenario.Scenario;
import ringside.scenario.ScenarioLine;
import ringside.scenario.ScenarioParser;
import ringside.scenario.ScenarioPlayer;
import ringside.scenario.ScenarioPlayer.StepMode;
import ringside.scenario.ScenarioSyntaxException;
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
    private final CardsViewModel cards = new CardsViewModel();
    private final RingReturn ringReturn;
    private final ObservableMap<Path, String> progress = FXCollections.observableHashMap();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper playDisabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stopDisabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper againDisabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private @Nullable Play current;
    private @Nullable Staged staged;
    private boolean isWarned;
    private long begunAtMicros;

    /** The scenario whose cards are shown, also when it is over. */
    private record Staged(Lesson lesson, Scenario scenario) {}

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
        this.ringReturn = new RingReturn(ring, now, history, javaFx);
        ringReturn.phaseProperty().subscribe(what -> showReasons());
        playing.subscribe(what -> showReasons());
        selected.subscribe(lesson -> showReasons());
        refresh();
    }

    private void showReasons() {
        String none = selected.get() == null ? Texts.text("lesson.disabled.none") : "";
        playDisabledReason.set(
                switch (playing.get()) {
                    case NOTHING, WAITING -> isReturning() ? returning() : none;
                    case RUNNING -> Texts.text("lesson.disabled.running");
                });
        stopDisabledReason.set(
                switch (playing.get()) {
                    case NOTHING -> Texts.text("lesson.disabled.nothing");
                    case RUNNING, WAITING -> "";
                });
        againDisabledReason.set(isReturning() ? returning() : cannotAgainReason());
    }

    private boolean isReturning() {
        return ringReturn.phaseProperty().get() == RingReturn.Phase.RETURNING;
    }

    private static String returning() {
        return Texts.text("lesson.disabled.returning");
    }

    private String cannotAgainReason() {
        Staged shown = staged;
        return shown == null || ScenarioPeers.of(shown.scenario()).peers().isPresent()
                ? ""
                : Texts.text("card.again.disabled");
    }

    /** Reads the list of scenarios again. */
    public void refresh() {
        Lesson before = selected.get();
        lessons.setAll(Lesson.in(scenarios.folders()));
        lessons.stream()
                .filter(lesson -> before != null && lesson.file().equals(before.file()))
                .findFirst()
                .ifPresent(selected::set);
    }

    /** Selects a scenario, and shows its text unless another one plays. */
    public void select(Lesson lesson) {
        selected.set(lesson);
        isWarned = false;
        if (current == null) {
            hunt.end();
            say("");
            sheet.show(lesson.text());
        }
    }

    /** Starts the selected scenario, or continues it to the next stop or by one line. */
    public void play(StepMode mode) {
        if (current != null && current.lesson.equals(selected.get())) {
            resume(mode);
        } else {
            begin(mode);
        }
    }

    private void resume(StepMode mode) {
        Play waiting = current;
        if (waiting != null && playing.get() == Playing.WAITING) {
            cards.resume();
            playing.set(Playing.RUNNING);
            waiting.player.resume(mode);
        }
    }

    /**
     * Returns when the lesson began whose cards are shown or at work, in microseconds since the
     * epoch; empty without one.
     */
    public OptionalLong begunAtMicros() {
        return cards.phaseProperty().get() == CardsViewModel.Phase.CLOSED
                ? OptionalLong.empty()
                : OptionalLong.of(begunAtMicros);
    }

    /** Goes on from the shown card: to the next one, or at the end back to the ring of before. */
    public void next() {
        switch (cards.phaseProperty().get()) {
            case LOOKING_BACK -> cards.forward();
            case AT_CARD, BETWEEN -> resume(StepMode.STRAIGHT_THROUGH);
            case OVER -> giveRingBack();
            case CLOSED, AT_WORK -> {}
        }
    }

    /** Keeps the ring of a lesson that is over. */
    public void keepRing() {
        ringReturn.keep();
        cards.close();
    }

    /** Gives the ring of before the lesson back. */
    public void giveRingBack() {
        ringReturn.giveBack();
        cards.close();
    }

    /** Plays the lesson once more, from new processes straight to the card that is shown. */
    public void again() {
        Staged lesson = staged;
        Card card = cards.shownProperty().get();
        if (lesson == null || card == null || !againDisabledReason.get().isEmpty()) {
            return;
        }
        halt();
        boolean isOver = card.kind() == Card.Kind.END;
        cards.beginAgain(lesson.scenario(), isOver ? 1 : card.number());
        start(
                lesson.lesson(),
                ScenarioPeers.afresh(lesson.scenario(), now.get()),
                StepMode.STRAIGHT_THROUGH,
                card.line());
    }

    private void begin(StepMode mode) {
        Lesson lesson = selected.get();
        if (lesson == null || !playDisabledReason.get().isEmpty()) {
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
            halt();
            hunt.end();
            staged = new Staged(lesson, scenario);
            cards.begin(LessonTitle.of(lesson, lessons), scenario);
            showReasons();
            start(lesson, scenario, mode, 0);
        } catch (ScenarioSyntaxException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void start(Lesson lesson, Scenario scenario, StepMode mode, int firstStop) {
        ringReturn.remember();
        begunAtMicros = now.get().atMicros();
        sheet.begin(lesson.text());
        Play fresh = new Play(lesson, scenario, mode);
        current = fresh;
        playing.set(Playing.RUNNING);
        say("");
        fresh.player.start(firstStop);
    }

    /** Ends the present play, if any, and says nothing. */
    private void halt() {
        Play stopped = current;
        if (stopped != null) {
            stopped.player.stop();
            rest();
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

    /**
     * Stops the scenario, and offers the ring of before; puts away the card of one that is over.
     */
    public void stop() {
        if (current == null) {
            cards.close();
            return;
        }
        halt();
        say(Texts.text("lesson.stopped"));
        offerRing(Texts.text("lesson.stopped"));
    }

    /** Offers the ring of before on a last card, which is shown only if there is a choice. */
    private void offerRing(String text) {
        ringReturn.offer();
        switch (ringReturn.phaseProperty().get()) {
            case OFFERED -> cards.end(text);
            case NONE, RETURNING -> cards.close();
        }
    }

    private void rest() {
        current = null;
        playing.set(Playing.NOTHING);
        sheet.rest();
    }

    /** Stops the scenario that plays, and begins 'Find the fault'. */
    public void beginHunt() {
        halt();
        cards.close();
        ringReturn.offer();
        ringReturn.keep();
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
        ringReturn.accept(entry);
    }

    /**
     * One play of a scenario. It takes the player's reports to the JavaFX thread, for as long as it
     * is the current one.
     */
    private final class Play implements ScenarioPlayer.Listener {

        private final Lesson lesson;
        private final ScenarioPlayer player;

        Play(Lesson lesson, Scenario scenario, StepMode mode) {
            this.lesson = lesson;
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

        @Override
        public void began(Scenario.Step step) {
            onJavaFx(() -> mark(step, LessonLine.Mark.AT_WORK, ""));
        }

        @Override
        public void done(Scenario.Step step, String what) {
            onJavaFx(() -> mark(step, LessonLine.Mark.DONE, said(step, what)));
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
                mark(step, LessonLine.Mark.NEXT, "");
                cards.waitsAt(step.number());
                progress.put(lesson.file(), cards.progressProperty().get());
                playing.set(Playing.WAITING);
            });
        }

        @Override
        public void ended() {
            onJavaFx(() -> {
                rest();
                if (failed.get()) {
                    ringReturn.offer();
                    cards.end(Texts.text("lesson.failed", status.get()));
                } else {
                    progress.put(lesson.file(), Texts.text("lesson.progress.done"));
                    say(Texts.text("lesson.over"));
                    ringReturn.offer();
                    cards.end(Texts.text("lesson.over"));
                }
            });
        }

        private String said(Scenario.Step step, String what) {
            return switch (step.line()) {
                case ScenarioLine.Ask ask -> cards.answered(step.number(), ask);
                case ScenarioLine.Say _ -> "";
                case ScenarioLine.Task _ -> what;
            };
        }
    }

    /** The cards of the scenario that plays. */
    public CardsViewModel cards() {
        return cards;
    }

    /** The return to the ring of before the lesson. */
    public RingReturn ringReturn() {
        return ringReturn;
    }

    /** How far each scenario was played since the window opened, in a few words, by its file. */
    public ObservableMap<Path, String> progress() {
        return progress;
    }

    /** The reason why a lesson cannot be played again from a card; empty when it can. */
    public ReadOnlyStringProperty againDisabledReasonProperty() {
        return againDisabledReason.getReadOnlyProperty();
    }

    /** All scenarios, lessons first. */
    public ObservableList<Lesson> lessons() {
        return lessons;
    }

    /** Returns whether a scenario is the first in the list that is no lesson. */
    boolean isFirstOther(Lesson lesson) {
        return lessons.stream().filter(each -> !each.isLesson()).findFirst().stream()
                .anyMatch(lesson::equals);
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

    /** Whether a line failed; the status gives the reason. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** The error, or that the scenario has ended, in one sentence; empty before. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}
