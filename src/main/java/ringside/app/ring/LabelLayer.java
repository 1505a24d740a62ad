package ringside.app.ring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.text.Text;
import ringside.app.base.PeerLook;
import ringside.model.PeerState;
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

    /** Minimum distance of a text from the edge of the view, in pixels. */
    private static final double EDGE = 6;

    private final Map<String, Text> nodes = new HashMap<>();
    private final List<Label> wanted = new ArrayList<>();
    private double viewWidth;

    LabelLayer() {
        setMouseTransparent(true);
    }

    /**
     * Shows the labels of one frame. Where the discs are small, the number of a living peer is more
     * important than the story of one that quit.
     *
     * @param width of the view in pixels; no text is cut off at its edge
     */
    void update(DrawingContext drawing, FileLayer files, double width) {
        viewWidth = width;
        wanted.clear();
        for (PeerState peer : drawing.shown()) {
            addWords(peer, drawing);
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
        Set<String> present = wanted.stream().map(Label::key).collect(Collectors.toSet());
        nodes.entrySet()
                .removeIf(entry -> {
                    boolean gone = !present.contains(entry.getKey());
                    if (gone) {
                        getChildren().remove(entry.getValue());
                    }
                    return gone;
                });
        nodes.forEach((key, node) -> node.setVisible(chosen.contains(key)));
    }

    /** Returns the distance of the numbers from the circle, beyond the dotted edges. */
    private static double outside(DrawingContext drawing) {
        return RingCurve.outside(drawing.geometry()) + AIR;
    }

    private void addTicks(DrawingContext drawing) {
        for (int i = 0; i < TICKS; i++) {
            PeerId id = new PeerId(i * PeerId.CIRCLE_SIZE / TICKS);
            if (drawing.peerRadius() >= PeerNode.NUMBER_FITS && !drawing.isPlaced(id)) {
                double turn = drawing.turnOf(id);
                double out = drawing.geometry().radius() + outside(drawing);
                Point2D point = drawing.geometry().pointAt(turn, out);
                String key = "tick " + id;
                place(key, textNode(key, id.toString(), "tick-number"), TICK, point, turn);
            }
        }
    }

    private void addWords(PeerState peer, DrawingContext drawing) {
        String words = PeerLook.words(peer, drawing.nowMicros());
        if (words.isEmpty()) {
            return;
        }
        double turn = drawing.turnOf(peer.id());
        boolean small = drawing.peerRadiusAt(peer.id()) < PeerNode.NUMBER_FITS;
        String key = "words " + peer.id();
        Text node = textNode(key, small ? peer.id() + " " + words : words, "peer-words");
        double out =
                drawing.geometry()
                        .textDistance(
                                turn,
                                drawing.geometry().radius() + drawing.peerRadiusAt(peer.id()) + AIR,
                                node.getLayoutBounds().getWidth(),
                                node.getBaselineOffset());
        place(
                key,
                node,
                small && PeerLook.of(peer) == PeerLook.QUIT ? GONE : PEER,
                drawing.geometry().pointAt(turn, out),
                turn);
        for (PeerLook look : PeerLook.values()) {
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(look.styleClass()), look == PeerLook.of(peer));
        }
    }

    private void addNumber(PeerState peer, DrawingContext drawing) {
        boolean inside = drawing.radiusOf(peer.id()) >= PeerNode.NUMBER_FITS;
        boolean named = !PeerLook.words(peer, drawing.nowMicros()).isEmpty();
        if (inside || (named && drawing.peerRadiusAt(peer.id()) < PeerNode.NUMBER_FITS)) {
            return;
        }
        double turn = drawing.turnOf(peer.id());
        double radius = drawing.peerRadiusAt(peer.id());
        boolean dead = radius >= PeerNode.NUMBER_FITS;
        double out = drawing.geometry().radius() + (dead ? -radius - 8 : outside(drawing));
        boolean looked = drawing.isSelected(peer.id()) || peer.id().equals(drawing.hovered());
        String key = "number " + peer.id();
        place(
                key,
                textNode(key, peer.id().toString(), "outer-number"),
                looked ? SELECTED : NUMBER,
                drawing.geometry().pointAt(turn, out),
                turn);
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
        Text node = nodes.get(key);
        if (node == null) {
            node = Shapes.text(styleClass);
            nodes.put(key, node);
            getChildren().add(node);
        }
        Shapes.setText(node, text);
        return node;
    }

    /** Moves a text inside the view if it would cross the edge; one far outside stays there. */
    private double withinView(double anchor, double x, double halfWidth) {
        boolean isSeen = anchor > 0 && anchor < viewWidth;
        return isSeen && viewWidth > 2 * (halfWidth + EDGE)
                ? Math.clamp(x, halfWidth + EDGE, viewWidth - halfWidth - EDGE)
                : x;
    }
}
