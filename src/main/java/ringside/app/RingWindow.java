package ringside.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import ringside.app.actions.PeerAction;
import ringside.app.ring.EdgeKind;
import ringside.app.ring.RingSnapshot;
import ringside.app.ring.RingView;
import ringside.model.Explanations;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.StatusEntry;

/**
 * One window on one ring: builds its rooms and moves them, a frame at a time. For the JavaFX
 * thread.
 */
final class RingWindow {

    private final LiveRing live;
    private final Clock clock = new Clock();
    private final Stage stage;
    private final Desktop desktop;
    private final RingOperator operator;
    private final MainViewModel model;
    private final Deeds deeds;
    private final MainView view;
    private final PeerPopovers popovers;
    private final WindowFrame frame;
    private final KeyMap keys = new KeyMap();
    private final AnimationTimer timer;

    RingWindow(WindowOptions options, Stage stage, Desktop desktop, WindowMemory memory) {
        this.stage = stage;
        this.desktop = desktop;
        live = new LiveRing(options.control());
        operator = new RingOperator(options.control());
        model = new MainViewModel(options, operator);
        popovers = new PeerPopovers(this::ringView, model::state, desktop);
        deeds = new Deeds(operator, model::state, popovers);
        view = new MainView(model, deeds, desktop, this::showSettings);
        Scene scene = new Scene(view);
        frame = new WindowFrame(stage, scene, memory, model.ring().layoutProperty());
        addKeys();
        keys.install(scene, this::showKeys);
        stage.setTitle(Texts.text("window.title"));
        stage.setScene(scene);
        stage.setOnHidden(event -> close());
        new Closing(stage, options.control(), model::aliveCount);
        live.listen(this::take);
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frame();
                    }
                };
    }

    private RingView ringView() {
        return view.ring();
    }

    private void addKeys() {
        keys.plain(KeyCode.A, "A", "add", deeds::addAnywhere);
        keys.plain(KeyCode.Q, "Q", "quit", atSelected(id -> deeds.act(PeerAction.QUIT, id)));
        keys.plain(KeyCode.K, "K", "kill", atSelected(id -> deeds.act(PeerAction.KILL, id)));
        keys.plain(KeyCode.P, "P", "pause", atSelected(deeds::pauseOrResume));
        keys.plain(KeyCode.R, "R", "request", atSelected(deeds::request));
        keys.plain(KeyCode.S, "S", "store", atSelected(deeds::store));
        addEdgeKey(KeyCode.DIGIT1, EdgeKind.FIRST_SUCCESSOR);
        addEdgeKey(KeyCode.DIGIT2, EdgeKind.SECOND_SUCCESSOR);
        addEdgeKey(KeyCode.DIGIT3, EdgeKind.FIRST_PREDECESSOR);
        addEdgeKey(KeyCode.DIGIT4, EdgeKind.SECOND_PREDECESSOR);
        keys.plain(KeyCode.F, "F", "fit", model.ring()::fit);
        keys.plain(KeyCode.L, "L", "layout", model.ring()::toggleLayout);
        keys.plain(KeyCode.T, "T", "theme", this::toggleTheme);
        keys.shortcut(KeyCode.E, "Ctrl+E", "picture", this::exportPicture);
        keys.shortcut(KeyCode.K, "Ctrl+K", "command", view.commandBox()::focus);
        keys.plain(
                KeyCode.F11,
                "F11",
                "fullScreen",
                () -> stage.setFullScreen(!stage.isFullScreen()));
    }

    private void addEdgeKey(KeyCode code, EdgeKind kind) {
        String digit = Integer.toString(kind.digit());
        keys.plain(
                code,
                digit,
                "edge" + digit,
                () -> {
                    boolean shown = model.ring().shownProperty(kind).get();
                    model.ring().shownProperty(kind).set(!shown);
                });
    }

    private Runnable atSelected(Consumer<PeerId> deed) {
        return () ->
                model.selected()
                        .ifPresentOrElse(
                                deed,
                                () -> say(Texts.text("hindrance.none")));
    }

    private void toggleTheme() {
        frame.choiceProperty()
                .set(
                        switch (frame.theme()) {
                            case DARK -> ThemeChoice.LIGHT;
                            case LIGHT -> ThemeChoice.DARK;
                        });
    }

    private void showSettings() {
        popovers.showAt(
                view.settingsButton(),
                new SettingsView(
                        model.settings(),
                        this::runForAll,
                        frame.choiceProperty(),
                        model.ring().layoutProperty()));
    }

    private void runForAll(Command command) {
        operator.carryOut(command, () -> {}, this::say);
    }

    private void showKeys() {
        popovers.showAt(view.settingsButton(), new KeyHelp(keys));
    }

    /** Says something that belongs to no peer. */
    private void say(String sentence) {
        Label text = new Label(sentence);
        text.setId("said");
        VBox box = new VBox(text);
        box.getStyleClass().add("bubble");
        popovers.showAt(view.settingsButton(), box);
    }

    private void exportPicture() {
        desktop.choosePicture(stage).ifPresent(this::save);
    }

    private void save(Path png) {
        try {
            RingSnapshot.save(view.ring().snapshot(null, null), png);
            say(Texts.text("picture.saved", png));
        } catch (IOException e) {
            say(Texts.text("picture.failed", e));
        }
    }

    private void take(LiveRing.Told told) {
        long start = told.after().startedAtMicros();
        boolean routine = told.isRoutine();
        if (!routine || model.events().routineProperty().get()) {
            model.events().add(told.explanation(), routine, start);
        }
        Explanations.ofHeal(told.before(), told.after())
                .ifPresent(heal -> model.events().add(heal, false, start));
        tellFailure(told.entry());
    }

    /** What a peer could not do is told where it was asked for: at the peer. */
    private void tellFailure(StatusEntry entry) {
        if (entry.event() instanceof LifeEvent.ActionFailed failed) {
            popovers.tell(entry.peer(), failed.reason());
        }
        if (entry.event() instanceof LookupEvent.LookupFailed failed) {
            popovers.tell(entry.peer(), failed.reason());
        }
    }

    private void frame() {
        RingState state = live.advance();
        long now = clock.micros();
        model.update(state, now);
        view.ring().update(state, now);
        view.update();
    }

    void show() {
        stage.show();
        view.ring().requestFocus();
        timer.start();
    }

    private void close() {
        frame.remember();
        timer.stop();
        popovers.close();
    }
}
