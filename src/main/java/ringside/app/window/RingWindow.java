package ringside.app.window;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import ringside.app.base.Desktop;
import ringside.app.base.DiskWork;
import ringside.app.base.FailureLog;
import ringside.app.base.Frames;
import ringside.app.base.PopOverLayer;
import ringside.app.command.CommandCheck;
import ringside.app.control.CommandDispatcher;
import ringside.app.control.LiveGestures;
import ringside.app.control.PeerController;
import ringside.app.control.PeerMenu;
import ringside.app.control.PeerPopovers;
import ringside.app.control.ReadOnlyGestures;
import ringside.app.control.UndoViewModel;
import ringside.app.export.ExportBox;
import ringside.app.export.Exports;
import ringside.app.invitation.InvitationView;
import ringside.app.run.RingFeed;
import ringside.app.run.RunViewModel;
import ringside.app.runs.RunsView;
import ringside.app.runs.RunsViewModel;
import ringside.app.settings.PeerSettingsView;
import ringside.app.settings.SettingsView;
import ringside.app.timeline.Bookmarks;
import ringside.app.timeline.BookmarksBox;
import ringside.app.window.WindowOptions.Recording;
import ringside.app.window.WindowOptions.RunningRing;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.runs.PastRuns;
import ringside.runs.RunNotesFile;
import ringside.status.StatusEntry;

/**
 * A window on one ring: it creates the views and updates them with every frame. JavaFX thread only.
 */
final class RingWindow {

    /** Entries folded per frame: 256 peers report about 30 a frame; a burst takes a few frames. */
    private static final int MOST_ENTRIES_A_FRAME = 2_000;

    /** Time to read entries in a frame while more than a frame's are waiting. */
    private static final long CATCHING_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Frames frames;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("ladder").factory());
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("disk").factory());
    private final WindowOptions.Subject subject;
    private final Stage stage;
    private final Desktop desktop;
    private final CommandDispatcher dispatcher;
    private final RunViewModel run;
    private final RunViews views;
    private final MainViewModel model;
    private final PeerController controller;
    private final UndoViewModel undo;
    private final MainView view;
    private final Exports exports;
    private final Recordings recordings;
    private final RunsViewModel runs;
    private final Bookmarks bookmarks;
    private final PopOverLayer layer = new PopOverLayer();
    private final PeerPopovers popovers;
    private final WindowPlacement placement;
    private final FailureLog failures;
    private final FailureNotice notice;
    private final KeyMap keys = new KeyMap();
    private Subscription moving = Subscription.EMPTY;

    RingWindow(
            WindowOptions options,
            Stage stage,
            Desktop desktop,
            WindowMemory memory,
            Frames frames) {
        this.frames = frames;
        this.subject = options.subject();
        this.stage = stage;
        this.desktop = desktop;
        RingFeed feed = new RingFeed(options.events());
        run = new RunViewModel(feed, subject.source(), worker, options.rules());
        dispatcher =
                new CommandDispatcher(
                        subject.running().map(RunningRing::ring),
                        this::latest,
                        run.timeline().playhead()::toPresent);
        model = new MainViewModel(options, run, dispatcher);
        popovers = new PeerPopovers(this::anchorOf, layer, desktop);
        controller = new PeerController(dispatcher, this::latest, popovers);
        undo = new UndoViewModel(this::latest, controller::carryOut);
        dispatcher.listen(undo::before);
        views = viewsOf(subject);
        view =
                new MainView(
                        model,
                        views,
                        controller,
                        undo,
                        layer,
                        desktop,
                        this::showSettings,
                        this::showInvitation);
        exports =
                new Exports(
                        () -> view.focused().run(),
                        () -> view.focused().details().ladder(),
                        this::say);
        Magnifier whole = new Magnifier(view);
        Scene scene = new Scene(whole);
        placement = new WindowPlacement(stage, scene, memory, run.ring().layoutProperty(), view);
        recordings =
                new Recordings(
                        stage,
                        desktop,
                        placement::forAnother,
                        frames,
                        run,
                        view.comparison(),
                        worker,
                        this::say);
        DiskWork diskWork = new DiskWork(disk, Platform::runLater);
        runs =
                new RunsViewModel(
                        new PastRuns(desktop.runs()),
                        subject.recordingFile(),
                        diskWork,
                        System::currentTimeMillis,
                        this::say);
        bookmarks =
                new Bookmarks(
                        run.timeline(),
                        new RunNotesFile(subject.recordingFile()),
                        diskWork,
                        this::say);
        bookmarks.load();
        view.timeline().bookmarks().setOnAction(event -> showBookmarks());
        placement.sizeProperty().subscribe(size -> whole.magnify(size.times()));
        placement.sizeProperty().subscribe(() -> magnify(whole));
        placement.presentingProperty().subscribe(() -> magnify(whole));
        magnify(whole);
        WindowKeys windowKeys =
                new WindowKeys(keys, model, controller, () -> view.focused().run(), this::say);
        windowKeys.add(
                placement,
                view.commandBox(),
                recordings,
                this::showRuns,
                this::showBookmarks,
                this::showExports,
                layer,
                undo);
        windowKeys.addTabs(direction -> view.focused().details().walk(direction));
        keys.install(scene, layer::asks, this::showKeys);
        stage.setTitle(subject.title());
        stage.setScene(scene);
        placement.presentingProperty().subscribe((was, now) -> view.present(now));
        stage.setOnHidden(event -> close());
        subject.running()
                .ifPresent(running ->
                        new CloseDialog(stage, running.ring()::quitAll, model::aliveCount));
        feed.listen(folded -> showFailure(folded.entry()));
        failures = options.failures();
        notice = new FailureNotice(failures);
        view.addNotice(notice);
    }

    /** Enlarges all of the window; the presentation mode is as large already as some wish. */
    private void magnify(Magnifier whole) {
        double times = placement.sizeProperty().get().times();
        boolean isPresenting = placement.presentingProperty().get();
        whole.magnify(isPresenting ? Math.max(1, times / Presentation.RING_LARGER) : times);
    }

    private RunViews viewsOf(WindowOptions.Subject shown) {
        PeerMenu menu = new PeerMenu(this::latest, run.explanations(), this::showOutput);
        return switch (shown) {
            case RunningRing running ->
                    new RunViews(
                            run,
                            new LiveGestures(controller, menu, popovers),
                            Optional.of(
                                    new LiveControls(
                                            controller::dropNext, model.lessons(), running.ring())),
                            desktop);
            case Recording _ ->
                    new RunViews(
                            run, new ReadOnlyGestures(menu, popovers), Optional.empty(), desktop);
        };
    }

    private RingState latest() {
        return model.latest();
    }

    private Node anchorOf(PeerId id) {
        return views.ring().anchorOf(id);
    }

    private void showOutput() {
        view.focused().details().showOutput();
    }

    private void showSettings() {
        layer.show(
                view.settingsButton(),
                new SettingsView(
                        peerSettings(),
                        placement.choiceProperty(),
                        run.ring().layoutProperty(),
                        placement.sizeProperty(),
                        placement.languageProperty()));
    }

    private void showInvitation() {
        model.invitation()
                .ifPresent(invitation ->
                        layer.show(view.inviteButton(), new InvitationView(invitation)));
    }

    private Node peerSettings() {
        return switch (subject) {
            case RunningRing _ ->
                    new PeerSettingsView(
                            model.summary().settings(),
                            run.selected(),
                            latest(),
                            command -> dispatcher.carryOut(command, this::say));
            case Recording _ -> new Label(CommandCheck.recordingReason());
        };
    }

    private void showKeys() {
        layer.show(view.settingsButton(), new KeyHelp(keys));
    }

    /** Shows a sentence that belongs to no peer. */
    private void say(String sentence) {
        Label text = new Label(sentence);
        text.setId("window-notice");
        VBox box = new VBox(text);
        box.getStyleClass().add("bubble");
        layer.tell(view.settingsButton(), box);
    }

    private void showBookmarks() {
        layer.show(
                view.timeline().bookmarks(),
                new BookmarksBox(run.timeline(), bookmarks, layer::close));
    }

    private void showRuns() {
        runs.refresh();
        layer.show(
                view.settingsButton(),
                new RunsView(
                        runs,
                        closing(recordings::open),
                        file -> closing(() -> recordings.open(file)).run(),
                        file -> closing(() -> recordings.compare(file)).run()));
    }

    /** Returns work that begins when the pop-over is closed. */
    private Runnable closing(Runnable work) {
        return () -> {
            layer.close();
            work.run();
        };
    }

    private void showExports() {
        layer.show(
                view.settingsButton(),
                new ExportBox(
                        exports.shownInterval(),
                        wish -> {
                            layer.close();
                            desktop.chooseToSave(stage, wish.item().fileName())
                                    .ifPresent(file -> exports.save(wish, file));
                        }));
    }

    /** Shows the failure of a user's request at the peer that was asked. */
    private void showFailure(StatusEntry entry) {
        dispatcher.userCommands().failure(entry).ifPresent(why -> popovers.tell(entry.peer(), why));
    }

    /** Draws a frame; one that fails is reported, and the next one is drawn all the same. */
    private void next(Frames.Frame next) {
        failures.guard(() -> draw(next));
        notice.update();
    }

    /**
     * Lays the window out, reads new entries, moves to the moment to show, and draws it. The layout
     * comes first, so that a resized pane is drawn in its new size in this frame; then the first
     * run, whose moment the second one follows; then what is about the drawn rings.
     */
    private void draw(Frames.Frame next) {
        view.arrange();
        read(next.atMicros());
        RingState shown = run.advanceTo(next.atMicros());
        run.showMoment();
        views.ring().update(shown, run.atMicros(), next);
        view.comparison().onFrame(next);
        model.update(run.feed().history().latest(), view.focused().run());
        undo.onFrame(next.seconds());
        view.update();
        exports.onFrame();
        layer.onFrame(next.seconds());
    }

    /** While the picture is behind, most of a frame's time goes into catching up with the ring. */
    private void read(long nowMicros) {
        long began = System.nanoTime();
        boolean isBehind;
        do {
            isBehind = run.feed().advance(MOST_ENTRIES_A_FRAME, nowMicros);
        } while (isBehind && System.nanoTime() - began < CATCHING_UP_NANOS);
    }

    void show() {
        stage.show();
        view.applyCss();
        view.arrange();
        views.ring().requestFocus();
        moving = frames.subscribe(this::next);
    }

    private void close() {
        placement.close();
        moving.unsubscribe();
        popovers.close();
        view.comparison().close();
        worker.shutdown();
        disk.shutdown();
    }
}
