package ringside.app.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import ringside.model.EventOrigin;
import ringside.model.Severity;

/**
 * What is being told, in letters for a class: the latest events of the moment that is shown, each
 * with its time and its peer, newest first, as many as have room as a whole (WINDOW 17.1). JavaFX
 * thread only.
 */
public final class ToldView extends VBox {

    /** More lines than fit a screen. */
    private static final int LINES = 24;

    /** In fewer pixels than this the peer stands below the time, to leave room for the words. */
    private static final double BOTH_FIT = 440;

    private static final PseudoClass NEWEST = PseudoClass.getPseudoClass("newest");
    private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

    private final EventsViewModel model;
    private final List<Line> lines = new ArrayList<>();

    /** The row of one event. */
    private static final class Line extends HBox {

        private final Label time = new Label();
        private final Label peer = new Label();
        private final VBox lead = new VBox();
        private final SeverityMark mark = new SeverityMark();
        private final Label what = new Label();

        Line() {
            getStyleClass().add("told-line");
            time.getStyleClass().add("told-time");
            time.setMinWidth(USE_PREF_SIZE);
            lead.setMinWidth(USE_PREF_SIZE);
            peer.getStyleClass().add("told-peer");
            what.getStyleClass().add("told-what");
            what.setWrapText(true);
            what.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(what, Priority.ALWAYS);
            putPeerBesideTime();
        }

        void putPeerBesideTime() {
            lead.getChildren().setAll(time);
            getChildren().setAll(lead, peer, mark, what);
        }

        void putPeerBelowTime() {
            lead.getChildren().setAll(time, peer);
            getChildren().setAll(lead, mark, what);
        }

        void show(EventRow row) {
            time.setText(row.time());
            peer.setText(row.explanation().peer().toString());
            pseudoClassStateChanged(ASKED, row.traits().origin() == EventOrigin.USER);
            mark.show(row.explanation().severity());
            what.setText(row.explanation().text());
            for (Severity severity : Severity.values()) {
                what.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT)),
                        severity == row.explanation().severity());
            }
        }
    }

    /** Creates the view, which follows the model while it is in a scene. */
    public ToldView(EventsViewModel model) {
        this.model = model;
        setId("told");
        getStyleClass().add("told");
        setMinHeight(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        for (int i = 0; i < LINES; i++) {
            lines.add(new Line());
        }
        lines.getFirst().setId("told-newest");
        lines.getFirst().pseudoClassStateChanged(NEWEST, true);
        getChildren().addAll(lines);
        widthProperty()
                .map(width -> width.doubleValue() < BOTH_FIT)
                .subscribe(narrow ->
                        lines.forEach(narrow ? Line::putPeerBelowTime : Line::putPeerBesideTime));
        model.rows().subscribe(this::update);
        model.positionProperty().subscribe(position -> update());
        sceneProperty().subscribe(scene -> update());
    }

    /** Hides the lines that have no room as a whole; the newest is shown in any case. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (Line line : lines) {
            boolean isWhole = line.getLayoutY() + line.getHeight() <= getHeight();
            line.setVisible(line.isManaged() && (isWhole || line == lines.getFirst()));
        }
    }

    private void update() {
        if (getScene() == null) {
            return;
        }
        int newest = model.firstNotAfter(model.positionProperty().get());
        for (int i = 0; i < LINES; i++) {
            boolean isTold = newest + i < model.rows().size();
            lines.get(i).setManaged(isTold);
            lines.get(i).setVisible(isTold && lines.get(i).isVisible());
            if (isTold) {
                lines.get(i).show(model.rows().get(newest + i));
            }
        }
        requestLayout();
    }
}
