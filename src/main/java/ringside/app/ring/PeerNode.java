package ringside.app.ring;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import ringside.app.base.HostWords;
import ringside.app.base.PeerLook;
import ringside.app.base.Texts;
import ringside.model.Hosts;
import ringside.model.PeerState;
import ringside.model.Suspicion;
import ringside.ring.PeerId;

/** A peer in the ring: a disc with its number, a shape for its state, and an accessible text. */
final class PeerNode extends Group {

    /** The size of a dead peer, as a share of a living one's. */
    static final double DEAD_SIZE = 0.68;

    /** The least radius of a disc that has its number inside, in pixels. */
    static final double NUMBER_FITS = 9.5;

    private static final double HALO = 6;
    private static final double SUSPICION_GAP = 4;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass CONCERNED = PseudoClass.getPseudoClass("concerned");
    private static final Map<PeerLook, PseudoClass> LOOKS = new EnumMap<>(PeerLook.class);

    static {
        for (PeerLook look : PeerLook.values()) {
            LOOKS.put(look, PseudoClass.getPseudoClass(look.styleClass()));
        }
    }

    private final PeerId id;
    private final Circle halo = new Circle();
    private final Circle body = new Circle();
    private final Arc misses = new Arc();
    private final Text number = new Text();
    private final Rectangle leftBar = new Rectangle();
    private final Rectangle rightBar = new Rectangle();
    private @Nullable PeerLook look;
    private String numberStyle = "";

    PeerNode(PeerId id) {
        this.id = id;
        setId("peer-" + id);
        getStyleClass().add("peer");
        halo.getStyleClass().add("halo");
        body.getStyleClass().add("body");
        misses.getStyleClass().add("misses");
        misses.setType(ArcType.OPEN);
        number.getStyleClass().add("number");
        number.setTextOrigin(VPos.CENTER);
        number.setText(id.toString());
        number.setMouseTransparent(true);
        leftBar.getStyleClass().add("pause-bar");
        rightBar.getStyleClass().add("pause-bar");
        getChildren().addAll(halo, body, misses, number, leftBar, rightBar);
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    PeerId peer() {
        return id;
    }

    void update(PeerState peer, DrawingContext drawing) {
        Point2D point = drawing.point(id);
        setTranslateX(point.getX());
        setTranslateY(point.getY());
        show(PeerLook.of(peer));
        double radius = drawing.radiusOf(id);
        if (body.getRadius() != radius) {
            resize(radius);
        }
        boolean isSelected = drawing.isSelected(id);
        pseudoClassStateChanged(SELECTED, isSelected);
        halo.setVisible(isSelected || isFocused());
        showMisses(peer, radius);
    }

    /** Highlights this peer as one that the chosen event is about. */
    void setConcerned(boolean isConcerned) {
        pseudoClassStateChanged(CONCERNED, isConcerned);
        if (isConcerned) {
            halo.setVisible(true);
        }
    }

    private void show(PeerLook now) {
        if (now == look) {
            return;
        }
        if (look != null) {
            pseudoClassStateChanged(LOOKS.get(look), false);
        }
        pseudoClassStateChanged(LOOKS.get(now), true);
        look = now;
        leftBar.setVisible(now == PeerLook.PAUSED);
        rightBar.setVisible(now == PeerLook.PAUSED);
    }

    private void resize(double radius) {
        body.setRadius(radius);
        halo.setRadius(radius + HALO);
        boolean fits = radius >= NUMBER_FITS;
        number.setVisible(fits);
        String style = "-fx-font-size: " + Math.round(Math.min(13, radius * 0.68 + 1)) + "px;";
        if (fits && !style.equals(numberStyle)) {
            number.setStyle(style);
            numberStyle = style;
        }
        number.applyCss();
        number.setX(-number.getLayoutBounds().getWidth() / 2);
        placeBar(leftBar, -1, radius);
        placeBar(rightBar, 1, radius);
    }

    /** Places one bar of the pause symbol at the lower rim of the disc. */
    private static void placeBar(Rectangle bar, int side, double radius) {
        double height = Math.max(4, radius * 0.45);
        bar.setWidth(height / 3);
        bar.setHeight(height);
        bar.setX(side * height / 2.6 - bar.getWidth() / 2);
        bar.setY(radius - height / 2);
    }

    /** Draws the misses as an arc around the disc, which closes when the peer is declared dead. */
    private void showMisses(PeerState peer, double radius) {
        Suspicion worst = peer.worstSuspicion().orElse(null);
        boolean counting = worst != null && (peer.phase().isAlive() || !worst.declaredDead());
        misses.setVisible(counting);
        if (worst == null || !counting) {
            return;
        }
        misses.setRadiusX(radius + SUSPICION_GAP);
        misses.setRadiusY(radius + SUSPICION_GAP);
        misses.setStartAngle(90);
        misses.setLength(-360.0 * worst.missed() / Math.max(1, worst.limit()));
    }

    /** Sets what a screen reader announces: 'Peer 42, running, successors 51 and 60, 2 missed'. */
    void describe(PeerState peer, Hosts hosts) {
        String successors =
                peer.successors().isEmpty()
                        ? Texts.text("accessible.nobody")
                        : String.join(
                                ", ",
                                peer.successors().stream().limit(2).map(PeerId::toString).toList());
        int missed = peer.worstSuspicion().map(Suspicion::missed).orElse(0);
        String text =
                Texts.text("accessible.peer", id, PeerLook.of(peer).word(), successors, missed);
        String whole =
                HostWords.of(peer, hosts)
                        .map(host -> Texts.text("accessible.peer.host", text, host))
                        .orElse(text);
        if (!whole.equals(getAccessibleText())) {
            setAccessibleText(whole);
        }
    }
}
