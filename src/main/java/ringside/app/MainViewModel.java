package ringside.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.actions.ActionsViewModel;
import ringside.app.actions.CommandBoxViewModel;
import ringside.app.events.EventsViewModel;
import ringside.app.inspector.InspectorViewModel;
import ringside.app.ring.RingViewModel;
import ringside.app.transfers.TransfersViewModel;
import ringside.model.Amounts;
import ringside.model.Explanation;
import ringside.model.PeerState;
import ringside.model.RingLight;
import ringside.model.RingLights;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.PeerSettings;

/** The view models of all rooms, and what they have in common. For the JavaFX thread. */
final class MainViewModel {

    private static final double MILLIS_PER_SECOND = 1e3;

    private final RingViewModel ring = new RingViewModel();
    private final EventsViewModel events = new EventsViewModel();
    private final TransfersViewModel transfers = new TransfersViewModel();
    private final InspectorViewModel inspector = new InspectorViewModel();
    private final ActionsViewModel actions = new ActionsViewModel();
    private final ReadOnlyStringWrapper glance = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<RingLight>> lights =
            new ReadOnlyObjectWrapper<>(RingLights.of(RingState.EMPTY));
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final CommandBoxViewModel commandBox;
    private final int basePort;
    private final Path runFolder;
    private PeerSettings settings;
    private RingState state = RingState.EMPTY;

    MainViewModel(WindowOptions options, RingOperator operator) {
        this.basePort = options.basePort();
        this.runFolder = options.runFolder();
        this.settings = options.settings();
        this.commandBox =
                new CommandBoxViewModel(
                        () -> state,
                        (command, failed) -> operator.carryOut(command, () -> {}, failed));
        showSettings(settings);
        showStatus();
    }

    private void showSettings(PeerSettings now) {
        settings = now;
        glance.set(
                Texts.text(
                        settings.window() == 1 ? "toolbar.atGlance" : "toolbar.atGlance.window",
                        settings.pingIntervalMs() / MILLIS_PER_SECOND,
                        settings.mss(),
                        Amounts.percent(settings.loss()),
                        settings.window()));
    }

    /** Takes the ring as it is at a moment, once a frame. */
    void update(RingState now, long nowMicros) {
        boolean changed = now != state;
        state = now;
        Optional<PeerState> selected = selected().flatMap(state::peer);
        inspector.update(selected, state, nowMicros);
        actions.update(selected);
        transfers.update(state);
        events.flush();
        if (changed) {
            commandBox.refresh();
            showStatus();
            lights.set(RingLights.of(state));
            state.peers().stream()
                    .filter(peer -> peer.phase().isAlive())
                    .findFirst()
                    .ifPresent(peer -> showSettings(peer.settings()));
        }
    }

    private void showStatus() {
        int living = aliveCount();
        status.set(
                living == 0
                        ? Texts.text("status.quiet", basePort, runFolder)
                        : Texts.text("status.ready", living, basePort, runFolder));
    }

    /** How many peers have a process that runs. */
    int aliveCount() {
        return (int) state.peers().stream().filter(peer -> peer.phase().isAlive()).count();
    }

    /** Settings of the ring as the peers last told them. */
    PeerSettings settings() {
        return settings;
    }

    /** What the ring promises, and whether it holds. */
    ReadOnlyObjectProperty<List<RingLight>> lightsProperty() {
        return lights.getReadOnlyProperty();
    }

    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    void select(PeerId id) {
        ring.selectedPeerProperty().set(id);
    }

    /** The user chose an event: its peer is what is looked at now. */
    void choose(Explanation explanation) {
        select(explanation.peer());
        ring.concernedProperty().set(Set.copyOf(explanation.concerned()));
    }

    Optional<PeerId> selected() {
        return Optional.ofNullable(ring.selectedPeerProperty().get());
    }

    RingState state() {
        return state;
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

    ActionsViewModel actions() {
        return actions;
    }

    CommandBoxViewModel commandBox() {
        return commandBox;
    }

    ReadOnlyStringProperty glanceProperty() {
        return glance.getReadOnlyProperty();
    }
}
