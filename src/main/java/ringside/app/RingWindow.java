package ringside.app;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import ringside.model.RingState;
import ringside.ring.PeerId;

/**
 * One window on one ring: builds its rooms and moves them, a frame at a time. For the JavaFX
 * thread.
 */
final class RingWindow {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final LiveRing live;
    private final Clock clock = new Clock();
    private final MainViewModel model;
    private final MainView view;
    private final PeerPopovers popovers;
    private final AnimationTimer timer;
    private Theme theme = Theme.DARK;

    RingWindow(WindowOptions options, Desktop desktop) {
        live = new LiveRing(options.control());
        RingOperator operator = new RingOperator(options.control());
        model = new MainViewModel(options.settings(), operator);
        popovers = new PeerPopovers(this::ringView, model::state, desktop);
        Deeds deeds = new Deeds(operator, model::state, popovers);
        view = new MainView(model, deeds, desktop);
        live.listen(this::explain);
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frame();
                    }
                };
    }

    private ringside.app.ring.RingView ringView() {
        return view.ring();
    }

    private void explain(LiveRing.Told told) {
        long start = told.after().startedAtMicros();
        boolean routine = told.isRoutine();
        if (!routine || model.events().routineProperty().get()) {
            model.events().add(told.explanation(), routine, start);
        }
        ringside.model.Explanations.ofHeal(told.before(), told.after())
                .ifPresent(heal -> model.events().add(heal, false, start));
    }

    private void frame() {
        RingState state = live.advance();
        long now = clock.micros();
        model.update(state, now);
        view.ring().update(state, now);
    }

    void show(Stage stage) {
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        theme.applyTo(scene);
        stage.setTitle(Texts.text("window.title"));
        stage.setScene(scene);
        stage.show();
        timer.start();
    }

    void close() {
        timer.stop();
        popovers.close();
    }

    void select(PeerId id) {
        model.select(id);
    }
}
