package ringside.app;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
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
import ringside.app.events.EventsView;
import ringside.app.inspector.InspectorView;
import ringside.app.ladder.LadderView;
import ringside.app.lessons.LessonsViewModel;
import ringside.app.lessons.StopCard;
import ringside.app.ring.EdgeKind;
import ringside.app.ring.LegendView;
import ringside.app.ring.RingView;
import ringside.app.timeline.TimelineView;
import ringside.app.why.WhyCard;

/** The composition of the window: toolbar; ring and inspector; timeline and events. */
final class MainView extends BorderPane implements WindowMemory.Arranged {

    private static final double ASIDE_LEAST_WIDTH = 330;

    private final MainViewModel model;
    private final RingView ring;
    private final CommandBox commandBox;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final Button settings =
            new Button(Texts.text("toolbar.settings"), new FontIcon(Feather.SLIDERS));
    private final FirstSteps steps;
    private final TimelineView timeline;
    private final DetailTabs details;
    private final Presentation presentation;
    private final BesidePlace beside;
    private final Dividers dividers;

    MainView(MainViewModel model, Deeds deeds, Desktop desktop, Runnable showSettings) {
        this.model = model;
        getStyleClass().add("main");
        ring = new RingView(model.ring(), deeds);
        commandBox = new CommandBox(model.commandBox());
        setTop(toolbar(deeds, showSettings));
        steps = firstSteps(deeds);
        Magnifier magnifier = new Magnifier(ring);
        StackPane over = new StackPane(magnifier, steps, pastBanner(), whyCard());
        model.lessons().ifPresent(lessons -> over.getChildren().add(stopCard(lessons)));
        timeline = new TimelineView(model.timeline());
        beside = new BesidePlace(over, timeline);
        BorderPane ringPane = new BorderPane(beside.rings());
        ringPane.setBottom(new LegendView(model.ring()));
        ringPane.getStyleClass().add("ring-pane");
        details = new DetailTabs(model, deeds, desktop);
        SplitPane right = split(new InspectorView(model.inspector(), model::select), details);
        right.setMinWidth(ASIDE_LEAST_WIDTH);
        columns.getItems().addAll(ringPane, right);
        SplitPane.setResizableWithParent(right, false);
        BorderPane below = new BorderPane(new EventsView(model.events(), model.whyDesk()::choose));
        below.setTop(beside.timelines());
        presentation = new Presentation(columns, right, below, magnifier, model.events());
        over.getChildren().add(1, presentation.caption());
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().addAll(columns, below);
        SplitPane.setResizableWithParent(below, false);
        dividers = new Dividers(columns, rows, right, timeline);
        setCenter(rows);
        StatusBar status = new StatusBar();
        status.setId("status");
        status.textProperty().bind(model.summary().statusProperty());
        LightsView lights = new LightsView();
        model.summary().lightsProperty().subscribe(lights::show);
        status.getRightItems().add(lights);
        setBottom(status);
    }

    private StopCard stopCard(LessonsViewModel lessons) {
        StopCard card = new StopCard(lessons, ring::requestFocus);
        StackPane.setAlignment(card, Pos.TOP_LEFT);
        return card;
    }

    private WhyCard whyCard() {
        WhyCard card = new WhyCard(model.whyDesk().card(), model.whyDesk()::close);
        StackPane.setAlignment(card, Pos.BOTTOM_LEFT);
        return card;
    }

    /** Says that the past is shown while the processes go on, and leads back. */
    private HBox pastBanner() {
        Label words = new Label();
        words.setId("past-words");
        words.textProperty().bind(model.timeline().bannerProperty());
        Button back = new Button(Texts.text("timeline.toLive"));
        back.setId("banner-to-live");
        back.getStyleClass().addAll("small", "accent");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> model.timeline().playhead().toLive());
        HBox banner = new HBox(words, back);
        banner.setId("past-banner");
        banner.getStyleClass().add("past-banner");
        banner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        banner.visibleProperty().bind(model.timeline().bannerProperty().isNotEmpty());
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        return banner;
    }

    private FirstSteps firstSteps(Deeds deeds) {
        return new FirstSteps(
                deeds::addAnywhere,
                () -> deeds.add(List.of(1, 3, 4, 5, 8)),
                () -> commandBox.begin("add 57"));
    }

    /** With full screen comes the look for a projector. */
    void present(boolean fullScreen) {
        presentation.follow(fullScreen);
        dividers.place();
    }

    @Override
    public void restore(WindowMemory.Rooms kept) {
        dividers.restore(kept);
        for (EdgeKind kind : EdgeKind.values()) {
            model.ring().shownProperty(kind).set(kept.edges().contains(kind));
        }
        details.show(kept.tab());
    }

    @Override
    public WindowMemory.Rooms kept() {
        Set<EdgeKind> edges = EnumSet.noneOf(EdgeKind.class);
        for (EdgeKind kind : EdgeKind.values()) {
            if (model.ring().shownProperty(kind).get()) {
                edges.add(kind);
            }
        }
        return new WindowMemory.Rooms(
                dividers.asideWidth(),
                dividers.eventsHeight(),
                dividers.inspectorShare(),
                edges,
                details.shown());
    }

    /** An empty ring shows what to try. */
    void update() {
        timeline.frame();
        details.frame();
        steps.setVisible(model.isDeserted() && ring.shownPeers().isEmpty());
    }

    private static SplitPane split(Node top, Node bottom) {
        SplitPane split = new SplitPane(top, bottom);
        split.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(bottom, false);
        return split;
    }

    private HBox toolbar(Deeds deeds, Runnable showSettings) {
        Label name = new Label(Texts.text("window.title"));
        name.getStyleClass().add("window-name");
        ActionBar actions =
                new ActionBar(
                        model.actions(),
                        deeds::addAnywhere,
                        action -> model.selected().ifPresent(id -> deeds.act(action, id)));
        HBox.setHgrow(commandBox, Priority.ALWAYS);
        Label glance = new Label();
        glance.setId("settings-at-a-glance");
        glance.getStyleClass().add("glance");
        glance.textProperty().bind(model.summary().glanceProperty());
        settings.setId("settings");
        settings.setOnAction(event -> showSettings.run());
        HBox toolbar = new HBox(name, actions, commandBox, glance, settings);
        toolbar.getStyleClass().add("toolbar");
        toolbar.setViewOrder(-1);
        return toolbar;
    }

    Node settingsButton() {
        return settings;
    }

    /** Where a second recording is shown. */
    BesidePlace beside() {
        return beside;
    }

    LadderView ladder() {
        return details.ladder();
    }

    RingView ring() {
        return ring;
    }

    CommandBox commandBox() {
        return commandBox;
    }
}
