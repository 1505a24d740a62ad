package ringside.app.lessons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.hunt.Evidence;
import ringside.hunt.Suspect;
import ringside.model.Explanations;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PlantedFault;
import ringside.status.StatusEntry;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.ScenarioRing;

/**
 * 'Find the fault': a ring in which one peer has a fault, the guesses of a class, and the events
 * that gave it away (WINDOW 12.4). JavaFX thread only.
 */
public final class FaultHuntViewModel {

    /** The ring of the hunt, sorted. */
    public static final List<PeerId> RING =
            IntStream.of(14, 43, 77, 104, 139, 168, 201, 236).mapToObj(PeerId::new).toList();

    /** Up to this many peers may quit without a warning, as for a lesson. */
    private static final int FEW = 2;

    /** Relevant events kept of one hunt: hours of a busy class; later ones tell nothing new. */
    private static final int MOST_HEARD = 20_000;

    /** Telling events shown; a fault repeats itself. */
    private static final int MOST_SHOWN = 12;

    public enum Phase {
        NONE,
        /** The peers that were there before leave. */
        LEAVING,
        /** The ring of the hunt starts. */
        STARTING,
        /** The class watches and guesses. */
        LOOKING,
        /** The class knows. */
        TOLD
    }

    /**
     * An event that gives the fault away.
     *
     * @param time since the first event of the run, as minutes:seconds with one decimal
     */
    public record Clue(String time, String text) {}

    private final ScenarioRing ring;
    private final Path sample;
    private final LongSupplier seeds;
    private final Executor javaFx;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper beginDisabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ObservableList<Clue> clues = FXCollections.observableArrayList();
    private final List<StatusEntry> heard = new ArrayList<>();
    private final Map<StatusEntry, String> sentences = new HashMap<>();
    private @Nullable Suspect hidden;

    /** Done when the fault is planted and the peers of before have been asked to leave. */
    private CompletableFuture<Void> prepared = CompletableFuture.completedFuture(null);

    private RingState latest = RingState.EMPTY;
    private boolean isWarned;

    /**
     * Creates a model without a hunt.
     *
     * @param ring where it takes place
     * @param sample a file of many segments: every peer owns one with its id as the number
     * @param seeds draw the peer and its fault
     * @param javaFx runs work on the JavaFX thread
     */
    public FaultHuntViewModel(ScenarioRing ring, Path sample, LongSupplier seeds, Executor javaFx) {
        this.ring = ring;
        this.sample = sample;
        this.seeds = seeds;
        this.javaFx = javaFx;
    }

    /** Draws a fault, lets the present ring leave and starts the one of the hunt. */
    public void begin() {
        List<PeerId> alive = alive();
        if (alive.size() > FEW && !isWarned) {
            isWarned = true;
            status.set(Texts.text("hunt.leaving", alive.size()));
            return;
        }
        isWarned = false;
        Suspect drawn = Suspect.draw(RING, seeds.getAsLong());
        hidden = drawn;
        heard.clear();
        sentences.clear();
        clues.clear();
        hint.set("");
        verdict.set("");
        enter(Phase.LEAVING);
        prepared = ring.plant(drawn.faults());
        if (!alive.isEmpty()) {
            Command leave = new Command.Tell(alive, new PeerCommand.Quit());
            prepared = prepared.thenCompose(_ -> ring.carryOut(leave));
        }
        watch(drawn, prepared);
    }

    private void watch(Suspect drawn, CompletableFuture<Void> action) {
        var _ =
                action.whenComplete((_, failure) -> {
                    if (failure != null) {
                        javaFx.execute(() -> fail(drawn, failure));
                    }
                });
    }

    private void fail(Suspect drawn, Throwable failure) {
        if (drawn.equals(hidden)) {
            end();
            status.set(String.valueOf(ActionFailedException.causeOf(failure).getMessage()));
        }
    }

    private List<PeerId> alive() {
        return latest.peers().stream()
                .filter(peer -> peer.phase().isAlive())
                .map(PeerState::id)
                .toList();
    }

    private void enter(Phase next) {
        phase.set(next);
        beginDisabledReason.set(
                switch (next) {
                    case LEAVING, STARTING -> Texts.text("hunt.disabled");
                    case NONE, LOOKING, TOLD -> "";
                });
        status.set(
                switch (next) {
                    case NONE -> "";
                    case LEAVING, STARTING, LOOKING -> Texts.text("hunt.status." + next);
                    case TOLD -> told();
                });
    }

    private String told() {
        Suspect found = hidden;
        return found == null ? "" : Texts.text("hunt.told", found.peer(), describe(found.fault()));
    }

    /** Returns what a fault is, in one plain sentence. */
    public static String describe(PlantedFault fault) {
        return Texts.text("fault." + fault);
    }

    /** Hears an event of the ring, with the ring before it. */
    public void accept(StatusEntry entry, RingState before) {
        switch (phase.get()) {
            case NONE, LEAVING -> {}
            case STARTING, LOOKING, TOLD -> {
                if (Evidence.isRelevant(entry) && heard.size() < MOST_HEARD) {
                    heard.add(entry);
                    sentences.put(entry, Explanations.of(entry, before).text());
                }
            }
        }
    }

    /** Takes over the current ring, once a frame. */
    public void update(RingState now) {
        latest = now;
        Suspect suspect = hidden;
        if (suspect == null) {
            return;
        }
        switch (phase.get()) {
            case NONE, LOOKING -> {}
            case LEAVING -> {
                if (prepared.isDone() && alive().isEmpty()) {
                    enter(Phase.STARTING);
                    watch(suspect, ring.startRing(RING));
                }
            }
            case STARTING -> {
                if (RING.stream().allMatch(this::isOnTheRing)) {
                    enter(Phase.LOOKING);
                    RING.forEach(this::giveAFile);
                }
            }
            case TOLD -> showClues(suspect);
        }
    }

    private boolean isOnTheRing(PeerId id) {
        return latest.peer(id)
                .filter(peer -> peer.phase() == PeerPhase.RUNNING)
                .filter(peer -> !peer.predecessors().isEmpty())
                .isPresent();
    }

    private void giveAFile(PeerId owner) {
        FileNumber number = new FileNumber(String.format(Locale.ROOT, "%04d", owner.value()));
        var _ = ring.storeSample(owner, sample, number);
    }

    /** Judges a guess; one that is right ends the hunt. */
    public void guess(PeerId peer, PlantedFault fault) {
        Suspect suspect = hidden;
        if (suspect == null || phase.get() != Phase.LOOKING) {
            return;
        }
        String which = suspect.peer().equals(peer) ? "peer" : "otherPeer";
        String what = suspect.fault() == fault ? "fault" : "otherFault";
        verdict.set(Texts.text("hunt.verdict." + which + "." + what, peer));
        if (new Suspect(peer, fault).equals(suspect)) {
            tell(suspect);
        }
    }

    /** Tells the peer and its fault, because the class gives up. */
    public void giveUp() {
        Suspect suspect = hidden;
        if (suspect != null && phase.get() == Phase.LOOKING) {
            verdict.set("");
            tell(suspect);
        }
    }

    private void tell(Suspect suspect) {
        enter(Phase.TOLD);
        watch(suspect, ring.plant(Map.of()));
        showClues(suspect);
    }

    private void showClues(Suspect suspect) {
        List<Clue> telling =
                Evidence.of(suspect, heard, latest.atMicros()).stream()
                        .limit(MOST_SHOWN)
                        .map(this::clue)
                        .toList();
        if (!telling.equals(clues)) {
            clues.setAll(telling);
        }
        hint.set(telling.isEmpty() ? Texts.text("hunt.provoke." + suspect.fault()) : "");
    }

    private Clue clue(StatusEntry entry) {
        return new Clue(
                ClockTime.tenths(entry.atMicros() - latest.startedAtMicros()),
                sentences.getOrDefault(entry, ""));
    }

    /** Ends the hunt; the ring stays, and its peers are sound after a restart. */
    public void end() {
        isWarned = false;
        if (phase.get() != Phase.NONE) {
            hidden = null;
            enter(Phase.NONE);
            var _ = ring.plant(Map.of());
        }
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The reason why no hunt can begin now, one plain sentence; empty when it can. */
    public ReadOnlyStringProperty beginDisabledReasonProperty() {
        return beginDisabledReason.getReadOnlyProperty();
    }

    /** What the hunt is at, or why it did not begin, in plain sentences. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What of the latest guess is right, in one sentence; empty before the first. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** How to make the fault show; empty unless it was told and has not shown. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** The events that gave the fault away, oldest first; empty until it is told. */
    public ObservableList<Clue> clues() {
        return clues;
    }
}
