package ringside.app.ring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import ringside.app.base.HostWords;
import ringside.model.HostState;
import ringside.model.HostState.Contact;
import ringside.ring.PeerId;

/**
 * The hosts of the peers: an arc outside each run of peers of one host, and the host's name at its
 * longest run, in a small ring at each (WINDOW 2.13).
 */
final class HostLayer extends Group {

    /** Space that the arcs take outside the discs, in pixels. */
    static final double BAND = 16;

    /** Distance of the arcs from the discs, in pixels. */
    private static final double OUT = 10;

    /** By how much an arc reaches beyond its first and its last disc, in pixels. */
    private static final double BEYOND = 3;

    /** Least distance between two arcs, in pixels. */
    private static final double APART = 4;

    /** Length of the straight parts of an arc, in turns: no corner is seen. */
    private static final double STEP = 1.0 / 180;

    /** Distance of a name from its arc, and the steps in which it looks for a place, in pixels. */
    private static final double AIR = 6;

    /** Space at both ends of a name, so that it does not run into a number, in pixels. */
    private static final double ASIDE = 5;

    private static final double STEP_OUT = 7;
    private static final int STEPS_OUT = 7;
    private static final double STEP_ALONG = 8;
    private static final double EDGE = 6;

    private static final PseudoClass CUT = PseudoClass.getPseudoClass(HostLook.CUT);
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass(HostLook.SILENT);
    private static final PseudoClass GONE = PseudoClass.getPseudoClass(HostLook.GONE);
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");

    private final RingGestures actions;
    private final List<Polyline> arcs = new ArrayList<>();
    private final List<HostTouch> touches = new ArrayList<>();
    private final List<Text> names = new ArrayList<>();
    private List<HostRun> runs = List.of();

    /** Creates an empty layer; the gestures open the menus of hosts. */
    HostLayer(RingGestures actions) {
        this.actions = actions;
    }

    /** Draws the arcs, and takes their places. */
    void update(DrawingContext drawing, FreePlaces free) {
        runs = HostRun.of(drawing.shown(), drawing.state().hosts());
        for (int i = 0; i < runs.size(); i++) {
            HostRun run = runs.get(i);
            Polyline arc = arc(i);
            List<Point2D> points = points(run, drawing);
            Shapes.setPoints(arc, points);
            dress(arc, "host-arc", run.host(), drawing);
            HostTouch touch = touches.get(i);
            touch.update(run, points, drawing.state());
            arc.pseudoClassStateChanged(HOVERED, touch.isHover() || isHovered(run.host(), drawing));
            points.forEach(point -> free.keep(mark(point)));
        }
        for (int i = 0; i < arcs.size(); i++) {
            arcs.get(i).setVisible(i < runs.size());
            touches.get(i).setVisible(i < runs.size());
        }
    }

    /** Writes the names where there is room, after all other words outside the circle. */
    void updateNames(DrawingContext drawing, double width, double height, FreePlaces free) {
        Rectangle2D view =
                new Rectangle2D(
                        EDGE, EDGE, Math.max(0, width - 2 * EDGE), Math.max(0, height - 2 * EDGE));
        Set<String> placed = new HashSet<>();
        int written = 0;
        for (HostRun run : byLength()) {
            Text name = name(written);
            boolean isWanted = isNamed(run, placed.contains(run.host().name()), drawing);
            if (isWanted && write(name, run, drawing, view, free)) {
                placed.add(run.host().name());
                written++;
            }
        }
        for (int i = 0; i < names.size(); i++) {
            names.get(i).setVisible(i < written);
        }
    }

    private List<HostRun> byLength() {
        List<HostRun> byLength = new ArrayList<>(runs);
        byLength.sort(Comparator.comparingInt(run -> -run.peers().size()));
        return byLength;
    }

    /** Returns whether a name is wanted: once for each host, in a small ring at each run. */
    private static boolean isNamed(HostRun run, boolean isElsewhere, DrawingContext drawing) {
        PeerId hovered = drawing.hovered();
        return !isElsewhere
                || drawing.shown().size() <= DrawingContext.MOST_PEERS_WITH_NUMBERED_DOTS
                || (hovered != null && run.peers().contains(hovered));
    }

    private static boolean write(
            Text name, HostRun run, DrawingContext drawing, Rectangle2D view, FreePlaces free) {
        Shapes.setText(name, HostWords.onItsArc(run.host()));
        dress(name, "host-name", run.host(), drawing);
        name.applyCss();
        Optional<Label> place = place(name, run, drawing, view, free);
        place.ifPresent(found -> Shapes.centre(name, new Point2D(found.x(), found.y())));
        return place.isPresent();
    }

    private static Optional<Label> place(
            Text name, HostRun run, DrawingContext drawing, Rectangle2D view, FreePlaces free) {
        Bounds size = name.getLayoutBounds();
        double from = from(run, drawing);
        double span = span(run, drawing);
        double middle = from + span / 2;
        int steps = (int) (span / 2 * drawing.geometry().circumference() / STEP_ALONG);
        double step = steps == 0 ? 0 : span / 2 / steps;
        return free.take(
                IntStream.rangeClosed(0, 2 * steps)
                        .mapToDouble(i -> middle + along(i) * step)
                        .boxed()
                        .flatMap(turn ->
                                IntStream.range(0, STEPS_OUT)
                                        .mapToObj(out ->
                                                box(
                                                        turn,
                                                        distance(run, drawing)
                                                                + AIR
                                                                + out * STEP_OUT,
                                                        size,
                                                        drawing.geometry())))
                        .filter(box -> isIn(view, box)));
    }

    /**
     * Returns the box of a name that begins beside a point: outside the circle in its direction.
     */
    private static Label box(double turn, double distance, Bounds size, RingGeometry geometry) {
        Point2D point = geometry.pointAt(turn, distance);
        double angle = 2 * Math.PI * turn;
        return new Label(
                "",
                0,
                point.getX() + Math.sin(angle) * size.getWidth() / 2,
                point.getY() - Math.cos(angle) * size.getHeight() / 2,
                size.getWidth() + 2 * ASIDE,
                size.getHeight());
    }

    private static boolean isIn(Rectangle2D view, Label box) {
        return view.contains(
                box.x() - box.width() / 2, box.y() - box.height() / 2, box.width(), box.height());
    }

    /** Returns 0, 1, -1, 2, -2 and so on: steps to both sides. */
    private static int along(int index) {
        int steps = (index + 1) / 2;
        return index % 2 == 0 ? -steps : steps;
    }

    private static Label mark(Point2D point) {
        return new Label("", 0, point.getX(), point.getY(), APART, APART);
    }

    /** Returns the points of an arc, which keeps off discs that a lens enlarges. */
    private static List<Point2D> points(HostRun run, DrawingContext drawing) {
        List<Point2D> points = new ArrayList<>();
        double from = from(run, drawing);
        double span = span(run, drawing);
        int steps = Math.max(1, (int) Math.ceil(span / STEP));
        for (int i = 0; i <= steps; i++) {
            double turn = from + span * i / steps;
            points.add(drawing.geometry().pointAt(turn, distance(run, drawing)));
        }
        return points;
    }

    /** Returns the distance of an arc from the centre. */
    private static double distance(HostRun run, DrawingContext drawing) {
        double largest =
                run.peers().stream()
                        .mapToDouble(drawing::peerRadiusAt)
                        .max()
                        .orElse(drawing.peerRadius());
        return drawing.geometry().radius() + largest + OUT;
    }

    private static double from(HostRun run, DrawingContext drawing) {
        return drawing.turnOf(run.peers().getFirst()) - beyondFirst(run, drawing);
    }

    private static double span(HostRun run, DrawingContext drawing) {
        double first = drawing.turnOf(run.peers().getFirst());
        double last = drawing.turnOf(run.peers().getLast());
        return beyondFirst(run, drawing)
                + Turns.clockwise(first, last)
                + beyond(run.peers().getLast(), last, drawing.turnOf(run.after()), drawing);
    }

    private static double beyondFirst(HostRun run, DrawingContext drawing) {
        PeerId first = run.peers().getFirst();
        return beyond(first, drawing.turnOf(run.before()), drawing.turnOf(first), drawing);
    }

    /** Returns how far an arc reaches beyond a disc, in turns: at most half way to the next one. */
    private static double beyond(PeerId peer, double from, double to, DrawingContext drawing) {
        double circumference = drawing.geometry().circumference();
        double gap = from == to ? 1 : Turns.clockwise(from, to);
        double most = (gap * circumference - APART) / 2;
        double wanted = drawing.peerRadiusAt(peer) + BEYOND;
        return Math.clamp(wanted, 0, Math.max(0, most)) / circumference;
    }

    private static boolean isHovered(HostState host, DrawingContext drawing) {
        PeerId hovered = drawing.hovered();
        return hovered != null
                && drawing.shown(hovered)
                        .filter(peer -> peer.process().host().equals(host.name()))
                        .isPresent();
    }

    private Polyline arc(int index) {
        while (arcs.size() <= index) {
            Polyline arc = Shapes.line("host-arc");
            arc.setMouseTransparent(true);
            HostTouch touch = new HostTouch(actions);
            arcs.add(arc);
            touches.add(touch);
            getChildren().addAll(arc, touch);
        }
        return arcs.get(index);
    }

    private Text name(int index) {
        while (names.size() <= index) {
            Text name = Shapes.text("host-name");
            name.setMouseTransparent(true);
            names.add(name);
            getChildren().add(name);
        }
        return names.get(index);
    }

    /** Gives a node the colour and the state of its host. */
    private static void dress(
            Node node, String styleClass, HostState host, DrawingContext drawing) {
        List<String> classes =
                List.of(styleClass, HostLook.colourOf(host, drawing.state().hosts()));
        if (!node.getStyleClass().equals(classes)) {
            node.getStyleClass().setAll(classes);
        }
        node.pseudoClassStateChanged(CUT, host.cut());
        node.pseudoClassStateChanged(SILENT, host.contact() == Contact.SILENT);
        node.pseudoClassStateChanged(GONE, host.contact() == Contact.GONE);
    }
}
