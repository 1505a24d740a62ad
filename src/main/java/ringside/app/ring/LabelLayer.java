package ringside.app.ring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import ringside.app.base.HostWords;
import ringside.app.base.PeerLook;
import ringside.app.ring.WordsPlace.Lines;
import ringside.app.ring.WordsPlace.Mark;
import ringside.app.ring.WordsPlace.Place;
import ringside.model.PeerState;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * The labels outside the circle: what is wrong with peers, their numbers where the discs are too
 * small, and the numbers of files. Less important ones are hidden before they would overlap.
 */
final class LabelLayer extends Group {

    private static final int SELECTED = 5;
    private static final int PEER = 4;
    private static final int FILE = 3;
    private static final int NUMBER = 2;
    private static final int GONE = 1;
    private static final int TICK = 0;
    private static final int TICKS = 4;
    private static final double AIR = 12;

    /**
     * Distance by which a text moves down, in pixels, if the edge of the view pushes it away from
     * its peer.
     */
    private static final double BELOW = 30;

    /** Up to this sine of its angle, a peer stands at the top or the bottom rather than aside. */
    private static final double AT_THE_MIDDLE = 0.3;

    /** Minimum distance of a text from the edge of the view, in pixels. */
    private static final double EDGE = 6;

    private final Map<String, Text> nodes = new HashMap<>();
    private final List<Label> wanted = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Written> written = new HashMap<>();
    private Rectangle2D view = Rectangle2D.EMPTY;

    /** Words with their sizes in one line, in two and so on. */
    private record Written(String words, List<Lines> ways) {}

    LabelLayer() {
        setMouseTransparent(true);
    }

    /**
     * Shows the labels of one frame. Where the discs are small, the number of a living peer is more
     * important than the story of one that quit.
     *
     * @param width of the view in pixels; no text is cut off at its edge
     * @param height of the view in pixels
     * @param free has the places of discs and files, and gets those that the labels take
     */
    void update(
            DrawingContext drawing, FileLayer files, double width, double height, FreePlaces free) {
        view =
                new Rectangle2D(
                        EDGE, EDGE, Math.max(0, width - 2 * EDGE), Math.max(0, height - 2 * EDGE));
        wanted.clear();
        used.clear();
        for (PeerState peer : drawing.shown()) {
            addWords(peer, drawing, free);
            addNumber(peer, drawing);
        }
        addTicks(drawing);
        files.labels()
                .forEach(label -> {
                    String key = "file " + label.text();
                    Text node = textNode(key, label.text(), "file-number");
                    place(key, node, FILE, label.point(), label.turn());
                });
        Set<String> chosen = LabelThinning.choose(wanted);
        wanted.stream().filter(label -> chosen.contains(label.key())).forEach(free::keep);
        written.keySet().retainAll(used);
        nodes.entrySet()
                .removeIf(entry -> {
                    boolean gone = !used.contains(entry.getKey());
                    if (gone) {
                        getChildren().remove(entry.getValue());
                    }
                    return gone;
                });
        nodes.forEach((key, node) -> node.setVisible(chosen.contains(key)));
    }

    /** Returns the distance of the numbers from the circle, beyond the dotted edges. */
    private static double outside(DrawingContext drawing) {
        return RingCurve.outside(drawing.geometry()) + drawing.hostBand() + AIR;
    }

    private void addTicks(DrawingContext drawing) {
        for (int i = 0; i < TICKS; i++) {
            PeerId id =
                    new PeerId(i * Circle.IDS_OF_PROCESSES / TICKS).on(drawing.state().circle());
            if (drawing.peerRadius() >= PeerNode.NUMBER_FITS && !drawing.isPlaced(id)) {
                double turn = drawing.turnOf(id);
                double out = drawing.geometry().radius() + outside(drawing);
                Point2D point = drawing.geometry().pointAt(turn, out);
                String key = "tick " + id;
                place(key, textNode(key, id.toString(), "tick-number"), TICK, point, turn);
            }
        }
    }

    private void addWords(PeerState peer, DrawingContext drawing, FreePlaces free) {
        String words = words(peer, drawing);
        if (words.isEmpty()) {
            return;
        }
        boolean small = drawing.peerRadiusAt(peer.id()) < PeerNode.NUMBER_FITS;
        String key = "words " + peer.id();
        Text node = node(key, "peer-words");
        List<Lines> ways = waysToWrite(node, key, small ? peer.id() + " " + words : words);
        Mark own = mark(peer, drawing);
        List<Mark> others =
                small
                        ? List.of()
                        : drawing.shown().stream()
                                .filter(other -> !other.id().equals(peer.id()))
                                .map(other -> mark(other, drawing))
                                .toList();
        Optional<Place> found =
                new WordsPlace(drawing.geometry(), view, free).of(own, others, ways);
        found.ifPresent(place -> {
            Shapes.setText(node, place.lines().text());
            node.setTextAlignment(alignment(drawing.turnOf(peer.id())));
            Point2D middle = place.middle();
            Shapes.centre(node, middle);
            wanted.add(
                    new Label(
                            key,
                            small && PeerLook.of(peer) == PeerLook.QUIT ? GONE : PEER,
                            middle.getX(),
                            middle.getY(),
                            place.lines().width(),
                            place.lines().height()));
        });
        for (PeerLook look : PeerLook.values()) {
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(look.styleClass()), look == PeerLook.of(peer));
        }
    }

    private static String words(PeerState peer, DrawingContext drawing) {
        return HostWords.beside(peer, drawing.state().hosts(), drawing.nowMicros());
    }

    private void addNumber(PeerState peer, DrawingContext drawing) {
        boolean inside = drawing.radiusOf(peer.id()) >= PeerNode.NUMBER_FITS;
        boolean named = !words(peer, drawing).isEmpty();
        if (inside || (named && drawing.peerRadiusAt(peer.id()) < PeerNode.NUMBER_FITS)) {
            return;
        }
        double turn = drawing.turnOf(peer.id());
        double radius = drawing.peerRadiusAt(peer.id());
        boolean dead = radius >= PeerNode.NUMBER_FITS;
        double aside = dead ? Turns.wrap(turn + 0.5) : turn;
        double out = drawing.geometry().radius() + (dead ? -radius - 8 : outside(drawing));
        boolean looked = drawing.isSelected(peer.id()) || peer.id().equals(drawing.hovered());
        String key = "number " + peer.id();
        place(
                key,
                textNode(key, peer.id().toString(), "outer-number"),
                looked ? SELECTED : NUMBER,
                drawing.geometry().pointAt(turn, out),
                aside);
    }

    private void place(String key, Text node, int importance, Point2D point, double turn) {
        double width = node.getLayoutBounds().getWidth();
        double height = node.getLayoutBounds().getHeight();
        double middle = point.getX() + width / 2 * Math.sin(2 * Math.PI * turn);
        double x = withinView(point.getX(), middle, width / 2);
        double y = point.getY() + (x == middle ? 0 : BELOW);
        node.setX(x - width / 2);
        node.setY(y);
        wanted.add(new Label(key, importance, x, y, width, height));
    }

    private Text textNode(String key, String text, String styleClass) {
        Text node = node(key, styleClass);
        Shapes.setText(node, text);
        return node;
    }

    private Text node(String key, String styleClass) {
        used.add(key);
        Text node = nodes.get(key);
        if (node == null) {
            node = Shapes.text(styleClass);
            nodes.put(key, node);
            getChildren().add(node);
        }
        return node;
    }

    /** Returns the ways to write words, measured again only when the words have changed. */
    private List<Lines> waysToWrite(Text node, String key, String words) {
        Written known = written.get(key);
        if (known == null || !known.words().equals(words)) {
            node.applyCss();
            List<Lines> ways = new ArrayList<>();
            for (String way : WordLines.of(words)) {
                node.setText(way);
                Bounds size = node.getLayoutBounds();
                ways.add(new Lines(way, size.getWidth(), size.getHeight()));
            }
            known = new Written(words, ways);
            written.put(key, known);
        }
        return known.ways();
    }

    private static Mark mark(PeerState peer, DrawingContext drawing) {
        return new Mark(drawing.point(peer.id()), drawing.radiusOf(peer.id()));
    }

    /** Returns which end of the lines stands at the peer. */
    private static TextAlignment alignment(double turn) {
        double aside = Math.sin(2 * Math.PI * turn);
        if (Math.abs(aside) < AT_THE_MIDDLE) {
            return TextAlignment.CENTER;
        }
        return aside > 0 ? TextAlignment.LEFT : TextAlignment.RIGHT;
    }

    /** Moves a text inside the view if it would cross the edge; one far outside stays there. */
    private double withinView(double anchor, double x, double halfWidth) {
        boolean isSeen = anchor > 0 && anchor < view.getMaxX() + EDGE;
        return isSeen && view.getWidth() > 2 * halfWidth
                ? Math.clamp(x, view.getMinX() + halfWidth, view.getMaxX() - halfWidth)
                : x;
    }
}
