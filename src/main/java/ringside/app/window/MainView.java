package ringside.app.window;

import java.util.List;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.actions.ActionBar;
import ringside.app.actions.CommandBox;
import ringside.app.base.Desktop;
import ringside.app.base.PopOverLayer;
import ringside.app.base.Texts;
import ringside.app.control.PeerController;
import ringside.app.control.UndoNotice;
import ringside.app.control.UndoViewModel;
import ringside.app.lessons.CardView;
import ringside.app.lessons.LessonsViewModel;
import ringside.app.ring.LegendView;
import ringside.app.run.RunViewModel;
import ringside.app.timeline.TimelineView;

/** The layout of the window: toolbar; ring and inspector; timeline and events. */
final class MainView extends BorderPane implements WindowMemory.Arranged {

    /** The least width of the right column that a user can drag, in pixels. */
    private static final double ASIDE_LEAST_WIDTH = 220;

    /**
     * In a window narrower than this, in pixels, the buttons of the toolbar show their icons alone.
     */
    private static final double WORDS_FIT = 1_180;

    /** In one narrower than this, name and settings at a glance go, which stand elsewhere too. */
    private static final double ALL_FITS = 860;

    /** In one narrower than this, 'Let others join' has the place of the settings at a glance. */
    private static final double GLANCE_FITS_TOO = 1_600;

    /** The part of the ring's pane that the card of a lesson takes. */
    private static final double CARD_SHARE = 0.36;

    /** In front of the toolbar, which is in front of what the ring's pane draws beyond itself. */
    private static final double IN_FRONT = -2;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** The most layout passes in a frame, as moving one divider may displace another. */
    private static final int MOST_LAYOUT_PASSES = 3;

    private final MainViewModel model;
    private final RunViews views;
    private final PopOverLayer popOvers;
    private final FocusedRun focused;
    private final CommandBox commandBox;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final Button settings =
            new Button(Texts.text("toolbar.settings"), new FontIcon(Feather.SLIDERS));
    private final Button invite =
            new Button(Texts.text("toolbar.invite"), new FontIcon(Feather.USER_PLUS));
    private final FirstSteps steps;
    private final TimelineView timeline;
    private final Presentation presentation;
    private final ComparisonPane comparison;
    private final LegendPlace legend;
    private final Dividers dividers;
    private final StatusBar status = new StatusBar();

    MainView(
            MainViewModel model,
            RunViews views,
            PeerController controller,
            UndoViewModel undo,
            PopOverLayer popOvers,
            Desktop desktop,
            Runnable showSettings,
            Runnable showInvitation) {
        this.model = model;
        this.views = views;
        this.popOvers = popOvers;
        getStyleClass().add("main");
        focused = new FocusedRun(views);
        commandBox = new CommandBox(model.commandBox());
        setTop(toolbar(controller, showSettings, showInvitation));
        steps = firstSteps(controller);
        Magnifier magnifier = new Magnifier(views.ring());
        UndoNotice undoing = new UndoNotice(undo);
        StackPane.setAlignment(undoing, Pos.BOTTOM_RIGHT);
        StackPane over =
                new StackPane(
                        magnifier,
                        steps,
                        pastBanner(),
                        views.explanation(),
                        views.spiral(),
                        undoing);
        BorderPane stage = new BorderPane(over);
        model.lessons().ifPresent(lessons -> stage.setLeft(cardBeside(stage, lessons)));
        timeline = new TimelineView(run().timeline());
        comparison =
                new ComparisonPane(
                        views,
                        magnifier,
                        stage,
                        model.runName(),
                        timeline,
                        focused,
                        popOvers,
                        desktop);
        BorderPane ringPane = new BorderPane(comparison.rings());
        legend = new LegendPlace(ringPane, over, new LegendView(run().ring()));
        ringPane.getStyleClass().add("ring-pane");
        SplitPane right = split(focused.inspector(), focused.details());
        right.setMinWidth(ASIDE_LEAST_WIDTH);
        columns.getItems().addAll(ringPane, right);
        SplitPane.setResizableWithParent(right, false);
        BorderPane below = new BorderPane(focused.events());
        below.setTop(comparison.timelines());
        presentation =
                new Presentation(
                        columns,
                        right,
                        below,
                        magnifier,
                        views,
                        () ->
                                model.lessons()
                                        .map(LessonsViewModel::begunAtMicros)
                                        .orElse(OptionalLong.empty()));
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().addAll(columns, below);
        SplitPane.setResizableWithParent(below, false);
        dividers = new Dividers(columns, rows, right, timeline);
        setCenter(rows);
        letShrink(ringPane, focused.inspector(), focused.details(), right, columns, below, rows);
        status.setId("status");
        status.textProperty().bind(model.summary().statusProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(status.textProperty());
        status.setTooltip(whole);
        LightsView lights = new LightsView();
        model.summary().lightsProperty().subscribe(lights::show);
        status.getRightItems().add(lights);
        setBottom(status);
        popOvers.setManaged(false);
        popOvers.setViewOrder(IN_FRONT);
        getChildren().add(popOvers);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        popOvers.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private RunViewModel run() {
        return model.run();
    }

    /** Creates the card of a lesson, which takes its part of the ring's pane. */
    private CardView cardBeside(Region stage, LessonsViewModel lessons) {
        CardView card = new CardView(lessons, views.ring()::requestFocus);
        card.prefWidthProperty().bind(stage.widthProperty().multiply(CARD_SHARE));
        return card;
    }

    /** Creates the banner that says that the view is in the past, with a button back to live. */
    private HBox pastBanner() {
        Label words = new Label();
        words.setId("past-words");
        words.textProperty().bind(run().timeline().bannerProperty());
        Button back = new Button(Texts.text("timeline.toLive"));
        back.setId("banner-to-live");
        back.getStyleClass().addAll("small", "accent");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> run().timeline().playhead().toLive());
        HBox banner = new HBox(words, back);
        banner.setId("past-banner");
        banner.getStyleClass().add("past-banner");
        banner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        banner.visibleProperty().bind(run().timeline().bannerProperty().isNotEmpty());
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        return banner;
    }

    private FirstSteps firstSteps(PeerController controller) {
        return new FirstSteps(
                controller::addAnywhere,
                () -> controller.add(List.of(1, 3, 4, 5, 8)),
                () -> commandBox.begin("add 57"));
    }

    /** Switches the presentation mode, which comes with full screen. */
    void present(boolean fullScreen) {
        presentation.setPresenting(fullScreen);
        if (fullScreen) {
            dividers.present();
        } else {
            dividers.endPresentation();
        }
    }

    /** Lays everything out in its final place, as a busy machine shows the first frame for long. */
    void arrange() {
        Parent whole = getScene().getRoot();
        whole.layout();
        for (int i = 0; i < MOST_LAYOUT_PASSES && dividers.placeStale(); i++) {
            whole.layout();
        }
        if (legend.update()) {
            whole.layout();
        }
    }

    @Override
    public void restore(WindowMemory.Arrangement kept) {
        dividers.restore(kept);
        run().ring().showEdges(kept.edges());
        run().peers().show(kept.peers());
        views.details().show(kept.tab());
    }

    @Override
    public WindowMemory.Arrangement kept() {
        return new WindowMemory.Arrangement(
                dividers.asideWidth(),
                dividers.eventsHeight(),
                dividers.inspectorShare(),
                run().ring().looks().edges(),
                focused().details().shown(),
                run().peers().looks());
    }

    /** Lets panes become smaller than what they show, which scrolls or folds then. */
    private static void letShrink(Region... panes) {
        for (Region pane : panes) {
            pane.setMinHeight(0);
            if (pane.getMinWidth() == USE_COMPUTED_SIZE) {
                pane.setMinWidth(0);
            }
        }
    }

    /** Updates the timeline and the details, and shows the first steps while the ring is empty. */
    void update() {
        timeline.onFrame();
        presentation.onFrame();
        focused().details().onFrame();
        steps.setVisible(model.isDeserted() && views.ring().shownPeers().isEmpty());
    }

    private static SplitPane split(Node top, Node bottom) {
        SplitPane split = new SplitPane(top, bottom);
        split.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(bottom, false);
        return split;
    }

    private HBox toolbar(
            PeerController controller, Runnable showSettings, Runnable showInvitation) {
        Label name = new Label(Texts.text("window.title"));
        name.getStyleClass().add("window-name");
        ActionBar actions =
                new ActionBar(
                        model.actions(),
                        controller::addAnywhere,
                        action -> run().selected().ifPresent(id -> controller.act(action, id)));
        HBox.setHgrow(commandBox, Priority.ALWAYS);
        Label glance = new Label();
        glance.setId("settings-at-a-glance");
        glance.getStyleClass().add("glance");
        glance.textProperty().bind(model.summary().glanceProperty());
        settings.setId("settings");
        settings.setOnAction(event -> showSettings.run());
        invite.setId("invite");
        invite.setTooltip(new Tooltip(Texts.text("toolbar.invite.tip")));
        invite.setOnAction(event -> showInvitation.run());
        invite.setVisible(model.invitation().isPresent());
        invite.managedProperty().bind(invite.visibleProperty());
        HBox toolbar = new HBox(name, actions, commandBox, glance, invite, settings);
        toolbar.getStyleClass().add("toolbar");
        toolbar.setViewOrder(-1);
        showAbove(ALL_FITS, name, toolbar);
        showAbove(invite.isVisible() ? GLANCE_FITS_TOO : ALL_FITS, glance, toolbar);
        toolbar.widthProperty()
                .subscribe(width ->
                        toolbar.pseudoClassStateChanged(NARROW, width.doubleValue() < WORDS_FIT));
        return toolbar;
    }

    /** Shows a part of the toolbar while that is wider than some pixels. */
    private static void showAbove(double width, Node part, Region toolbar) {
        part.visibleProperty().bind(toolbar.widthProperty().greaterThan(width));
        part.managedProperty().bind(part.visibleProperty());
    }

    /** Adds a notice to the left of the lights. */
    void addNotice(Node notice) {
        status.getRightItems().addFirst(notice);
    }

    Node settingsButton() {
        return settings;
    }

    Node inviteButton() {
        return invite;
    }

    /** The pane that can show a second recording. */
    ComparisonPane comparison() {
        return comparison;
    }

    /** The views of the run that the inspector, the details and the events show. */
    RunViews focused() {
        return focused.viewsProperty().get();
    }

    TimelineView timeline() {
        return timeline;
    }

    CommandBox commandBox() {
        return commandBox;
    }
}
