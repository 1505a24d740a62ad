package ringside.app.timeline;

import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.timeline.Brush;
import ringside.timeline.TimeAxis;

/**
 * The whole time in a low strip, with the part that the strip above it shows (WINDOW 5.5). A drag
 * shows an interval, an end that is dragged moves, and the part between them as a whole.
 */
final class TimelineOverview extends Pane {

    private static final double HEIGHT = 11;
    private static final double DENSITY_HEIGHT = 9;
    private static final double EDGE = 3;

    /** The distance within which the pointer seizes an end, in pixels. */
    private static final double NEAR = 5;

    /** A shorter drag is a press by a hand that is not quite still, in pixels. */
    private static final double LEAST_DRAG = 3;

    /** Frames between two redraws of the density; the part moves with every frame. */
    private static final int FRAMES_BETWEEN = 15;

    private final TimelineViewModel model;
    private final DensityShape density = new DensityShape(DENSITY_HEIGHT, HEIGHT - 1);
    private final Rectangle part = rectangle("part");
    private final Rectangle beginning = rectangle("part-edge");
    private final Rectangle end = rectangle("part-edge");
    private final Rectangle now = rectangle("now");
    private TimeAxis drawn = new TimeAxis(0, 1, 1);
    private @Nullable Brush brush;
    private double pressedX;
    private int frames;

    TimelineOverview(TimelineViewModel model) {
        this.model = model;
        setId("timeline-overview");
        getStyleClass().add("timeline-overview");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleText(Texts.text("accessible.overview"));
        Tooltip.install(this, new Tooltip(Texts.text("timeline.overview")));
        getChildren().addAll(density, part, now, beginning, end);
        getChildren().forEach(child -> child.setMouseTransparent(true));
        setOnMouseMoved(event -> setCursor(cursorAt(event.getX())));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
    }

    private static Rectangle rectangle(String styleClass) {
        Rectangle rectangle = new Rectangle(0, 0, 0, HEIGHT);
        rectangle.getStyleClass().add(styleClass);
        return rectangle;
    }

    private Brush brushAt(double x) {
        return Brush.at(x, model.axis(getWidth()), model.whole(getWidth()), NEAR);
    }

    private Cursor cursorAt(double x) {
        return switch (brushAt(x).grip()) {
            case BEGINNING, END -> Cursor.H_RESIZE;
            case PART -> Cursor.MOVE;
            case ANOTHER -> Cursor.CROSSHAIR;
        };
    }

    private void press(MouseEvent event) {
        if (event.getClickCount() > 1) {
            brush = null;
            model.showAll();
            return;
        }
        pressedX = event.getX();
        brush = brushAt(pressedX);
    }

    private void drag(MouseEvent event) {
        Brush dragged = brush;
        if (dragged != null && Math.abs(event.getX() - pressedX) >= LEAST_DRAG) {
            model.show(dragged.to(event.getX()));
        }
    }

    /** Redraws what has changed since the last frame. */
    void onFrame() {
        double width = getWidth();
        if (width < 1) {
            return;
        }
        TimeAxis whole = model.whole(width);
        if (!whole.equals(drawn) || frames % FRAMES_BETWEEN == 0) {
            drawn = whole;
            density.draw(model.densityOf(whole, DensityShape.columns(width)), width);
        }
        frames++;
        TimeAxis shown = model.axis(width);
        double from = whole.xOf(shown.fromMicros());
        double to = whole.xOf(shown.toMicros());
        boolean isPart = to - from < width;
        place(part, from, isPart ? to - from : 0);
        place(beginning, Math.max(0, from - EDGE / 2), isPart ? EDGE : 0);
        place(end, Math.min(width - EDGE, to - EDGE / 2), isPart ? EDGE : 0);
        place(now, Math.clamp(whole.xOf(model.moment().atMicros()), 0, width - 1), 1);
    }

    private static void place(Rectangle rectangle, double x, double width) {
        rectangle.setX(x);
        rectangle.setWidth(width);
    }
}
