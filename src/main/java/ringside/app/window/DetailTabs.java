package ringside.app.window;

import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.HorizontalDirection;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import ringside.app.base.Desktop;
import ringside.app.base.Texts;
import ringside.app.charts.ChartsView;
import ringside.app.expected.ExpectedView;
import ringside.app.expected.ExpectedViewModel;
import ringside.app.inspector.OutputView;
import ringside.app.ladder.LadderView;
import ringside.app.lessons.LessonsView;
import ringside.app.peers.PeersView;
import ringside.app.run.RunViewModel;
import ringside.app.transfers.RunTime;
import ringside.app.transfers.TransfersView;
import ringside.supervisor.PeerFiles;

/** The tabs with details below the inspector. */
final class DetailTabs extends TabPane {

    private static final String TAB = "tab-";
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** In fewer pixels than this the tabs stand closer together, with smaller letters. */
    private static final double ROOMY_WIDTH = 480;

    /** The place of the output, before which the expected sentences stand. */
    private static final int OUTPUT = 3;

    private final LadderView ladder;
    private final Tab ladderTab;
    private final PeersView peers;
    private final Tab peersTab;
    private final ChartsView charts;
    private final Tab chartsTab;
    private final RunViewModel run;

    /** Shows a moment in the list of expected sentences while that is in sight. */
    private LongConsumer showExpected = _ -> {};

    /**
     * Creates the tabs of a run.
     *
     * @param menu opens the menu of a peer
     * @param liveControls of a running ring; empty for a recording
     */
    DetailTabs(
            RunViewModel run,
            PeersView.MenuOpener menu,
            Optional<LiveControls> liveControls,
            Desktop desktop) {
        this.run = run;
        getStyleClass().add("details");
        setId("details");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        widthProperty()
                .subscribe(width ->
                        pseudoClassStateChanged(NARROW, width.doubleValue() < ROOMY_WIDTH));
        ladder = new LadderView(run.ladder(), liveControls.map(LiveControls::dropNext));
        ladderTab = tab("ladder", ladder);
        peers = new PeersView(run.peers(), menu);
        peersTab = tab("peers", peers);
        charts = new ChartsView(run.charts());
        chartsTab = tab("charts", charts);
        getTabs()
                .addAll(
                        ladderTab,
                        peersTab,
                        tab(
                                "transfers",
                                new TransfersView(
                                        run.transfers(),
                                        new OpenableFiles(
                                                desktop,
                                                liveControls
                                                        .map(LiveControls::files)
                                                        .orElse(PeerFiles.HERE)),
                                        new RunTime(
                                                run.timeline()::startMicros,
                                                run.timeline()::jumpTo),
                                        run.timeline().playhead().source())),
                        tab("output", new OutputView(run.inspector(), run.rules())),
                        chartsTab);
        run.expected().ifPresent(this::addExpected);
        liveControls
                .flatMap(LiveControls::lessons)
                .ifPresent(lessons -> getTabs().add(tab("lessons", new LessonsView(lessons))));
        run.transfers().chosenProperty().subscribe(() -> getSelectionModel().select(ladderTab));
    }

    private void addExpected(ExpectedViewModel model) {
        Tab expected = tab("expected", new ExpectedView(model));
        getTabs().add(OUTPUT, expected);
        showExpected =
                nowMicros -> {
                    if (expected.isSelected()) {
                        model.update(nowMicros);
                    }
                };
    }

    private static Tab tab(String name, Node content) {
        Tab tab = new Tab(Texts.text("details." + name), content);
        tab.setId(TAB + name);
        tab.setTooltip(new Tooltip(Texts.text("details." + name + ".tip")));
        return tab;
    }

    /** Selects a tab by its name, such as 'charts'; does nothing if there is no such tab. */
    void show(String name) {
        getTabs().stream()
                .filter(tab -> tab.getId().equals(TAB + name))
                .findFirst()
                .ifPresent(getSelectionModel()::select);
    }

    /** Selects the next tab to the right or left; after the last comes the first. */
    void walk(HorizontalDirection direction) {
        int step =
                switch (direction) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                };
        int next = getSelectionModel().getSelectedIndex() + step;
        getSelectionModel().select(Math.floorMod(next, getTabs().size()));
    }

    /** Selects the tab with the output of the selected peer. */
    void showOutput() {
        show("output");
    }

    /** Returns the name of the selected tab. */
    String shown() {
        return getSelectionModel().getSelectedItem().getId().substring(TAB.length());
    }

    LadderView ladder() {
        return ladder;
    }

    /** Gives the ladder away to be shown elsewhere, until {@link #takeLadderBack}. */
    LadderView lendLadder() {
        ladderTab.setContent(null);
        return ladder;
    }

    void takeLadderBack() {
        ladderTab.setContent(ladder);
    }

    void onFrame() {
        if (ladderTab.isSelected()) {
            ladder.onFrame();
        }
        if (peersTab.isSelected()) {
            peers.onFrame(run.shown(), run.atMicros());
        }
        if (chartsTab.isSelected()) {
            charts.onFrame();
        }
        showExpected.accept(run.atMicros());
    }
}
