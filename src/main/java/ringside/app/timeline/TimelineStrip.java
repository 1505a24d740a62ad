package ringside.app.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import ringside.app.base.ClockTime;
import ringside.app.base.Pool;
import ringside.app.base.Texts;
import ringside.runs.Bookmark;
import ringside.timeline.Mark;
import ringside.timeline.MarkKind;
import ringside.timeline.TimeAxis;

/**
 * A strip of time from left to right, with the density of events, marks of important ones, and the
 * playhead. A press or drag goes to a time, the wheel zooms, and a double click shows all.
 */
public final class TimelineStrip extends Pane {

    private static final double HEIGHT = 38;
    private static final double TRACK_HEIGHT = 5;
    private static final double TRACK_Y = 19;
    private static final double DENSITY_HEIGHT = 13;
    private static final double KNOB = 6;
    private static final double WORDS_Y = 36;
    private static final double MARK_SIZE = 9;
    private static final double MARK_Y = 3;
    private static final double FLAG_Y = 26;
    private static final double MARKS_APART = 4;
    private static final double WHEEL_FACTOR = 1.0025;

    /** The distance within which the pointer counts as on a mark, in pixels. */
    private static final double NEAR = 6;

    /** Frames between two redraws of the marks and the density; the knob moves with every frame. */
    private static final int FRAMES_BETWEEN = 15;

    private static final int UNKNOWN = -1;

    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final TimelineViewModel model;
    private final Rectangle track = rectangle("track");
    private final Rectangle known = rectangle("known");
    private final DensityShape density = new DensityShape(DENSITY_HEIGHT, TRACK_Y);
    private final Group above = new Group();
    private final Group below = new Group();
    private final Pool<Region> marks;
    private final Pool<Region> flags;
    private final Circle knob = new Circle(KNOB);
    private final Text beginning = word("timeline-beginning");
    private final Text end = word("timeline-end");
    private final Tooltip tip = new Tooltip();
    private TimeAxis drawn = new TimeAxis(0, 1, 1);
    private long marksDrawn = UNKNOWN;
    private int frames;

    public TimelineStrip(TimelineViewModel model) {
        this.model = model;
        getStyleClass().add("timeline-strip");
        setId("timeline-strip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        // Above the strip and growing upwards, it never covers a mark that is about to be pressed.
        tip.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_LEFT);
        tip.getScene().getRoot().setMouseTransparent(true);
        knob.getStyleClass().add("knob");
        knob.setCenterY(TRACK_Y + TRACK_HEIGHT / 2);
        marks = new Pool<>(above, () -> mark("timeline-mark"));
        flags = new Pool<>(below, () -> mark("timeline-bookmark"));
        model.bookmarks().subscribe(() -> marksDrawn = UNKNOWN);
        getChildren().addAll(density, track, known, above, below, beginning, end, knob);
        getChildren().forEach(child -> child.setMouseTransparent(true));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::scrub);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.showAll();
            }
        });
        setOnMouseMoved(this::tell);
        setOnMouseExited(event -> tip.hide());
        setOnScroll(this::turned);
    }

    private static Rectangle rectangle(String styleClass) {
        Rectangle rectangle = new Rectangle(0, TRACK_Y, 0, TRACK_HEIGHT);
        rectangle.setArcWidth(TRACK_HEIGHT);
        rectangle.setArcHeight(TRACK_HEIGHT);
        rectangle.getStyleClass().add(styleClass);
        return rectangle;
    }

    private static Text word(String id) {
        Text word = new Text();
        word.setId(id);
        word.getStyleClass().add("timeline-word");
        word.setY(WORDS_Y);
        return word;
    }

    private static Region mark(String styleClass) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        mark.resize(MARK_SIZE, MARK_SIZE);
        mark.setManaged(false);
        return mark;
    }

    /** Redraws what has changed since the last frame. */
    public void onFrame() {
        if (getWidth() < 1) {
            return;
        }
        TimeAxis axis = model.axis(getWidth());
        boolean moved = !axis.equals(drawn);
        frames++;
        if (moved || model.marksAdded() != marksDrawn || frames % FRAMES_BETWEEN == 0) {
            drawn = axis;
            marksDrawn = model.marksAdded();
            drawMarks(axis);
            drawBookmarks(axis);
            density.draw(model.densityOf(axis, DensityShape.columns(getWidth())), getWidth());
            beginning.setText(model.beginning());
            end.setText(model.end());
        }
        double now = Math.clamp(axis.xOf(model.moment().atMicros()), 0, getWidth());
        knob.setCenterX(now);
        end.setX(getWidth() - end.getLayoutBounds().getWidth());
        track.setWidth(getWidth());
        known.setWidth(Math.clamp(axis.xOf(model.knownUntilMicros()), 0, getWidth()));
        knob.pseudoClassStateChanged(PAST, model.pastProperty().get());
        setAccessibleText(
                Texts.text(
                        "accessible.timeline",
                        model.timeProperty().get(),
                        beginning.getText(),
                        end.getText()));
    }

    private void drawMarks(TimeAxis axis) {
        marks.begin();
        for (Mark mark : model.marks(axis, MARKS_APART)) {
            Region node = marks.take();
            node.setLayoutX(Math.rint(axis.xOf(mark.atMicros()) - MARK_SIZE / 2));
            node.setLayoutY(MARK_Y);
            String look = mark.kind().name().toLowerCase(Locale.ROOT);
            if (!node.getStyleClass().getLast().equals(look)) {
                node.getStyleClass().setAll("timeline-mark", look);
            }
        }
        marks.end();
    }

    private void drawBookmarks(TimeAxis axis) {
        flags.begin();
        for (Bookmark bookmark : model.bookmarks()) {
            double x = axis.xOf(bookmark.atMicros());
            if (x >= 0 && x <= axis.width()) {
                Region flag = flags.take();
                flag.setLayoutX(Math.rint(x - MARK_SIZE / 2));
                flag.setLayoutY(FLAG_Y);
            }
        }
        flags.end();
    }

    private void press(MouseEvent event) {
        tip.hide();
        long chosen =
                markNear(event.getX())
                        .map(Mark::atMicros)
                        .or(() -> bookmarkNear(event.getX()).map(Bookmark::atMicros))
                        .orElse(drawn.microsAt(event.getX()));
        model.jumpTo(chosen);
    }

    private void scrub(MouseEvent event) {
        tip.hide();
        model.scrubTo(drawn.microsAt(event.getX()));
    }

    private Optional<Bookmark> bookmarkNear(double x) {
        return model.bookmarks().stream()
                .filter(bookmark -> Math.abs(drawn.xOf(bookmark.atMicros()) - x) <= NEAR)
                .min(
                        Comparator.comparingDouble(
                                bookmark -> Math.abs(drawn.xOf(bookmark.atMicros()) - x)));
    }

    private Optional<Mark> markNear(double x) {
        List<Mark> shown = model.marks(drawn, MARKS_APART);
        return shown.stream()
                .filter(mark -> Math.abs(drawn.xOf(mark.atMicros()) - x) <= NEAR)
                .min((a, b) ->
                        Double.compare(
                                Math.abs(drawn.xOf(a.atMicros()) - x),
                                Math.abs(drawn.xOf(b.atMicros()) - x)));
    }

    private void tell(MouseEvent event) {
        String words =
                markNear(event.getX())
                        .map(mark -> symbolName(mark.kind()) + "  " + model.words(mark))
                        .or(() -> bookmarkNear(event.getX()).map(model::words))
                        .orElseGet(() ->
                                ClockTime.tenths(
                                        drawn.microsAt(event.getX()) - model.startMicros()));
        tip.setText(words);
        Point2D point = localToScreen(event.getX() + NEAR, 0);
        if (point != null) {
            tip.show(this, point.getX(), point.getY());
        }
    }

    private static String symbolName(MarkKind kind) {
        return Texts.text("mark." + kind.name().toLowerCase(Locale.ROOT));
    }

    private void turned(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.scroll(-(event.getDeltaX() + event.getDeltaY()), getWidth());
        } else {
            model.zoom(Math.pow(WHEEL_FACTOR, -event.getDeltaY()), event.getX(), getWidth());
        }
        event.consume();
    }
}
