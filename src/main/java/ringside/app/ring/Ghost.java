package ringside.app.ring;

import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import ringside.ring.PeerId;

/** A hollow disc with the id of a peer that would stand there (WINDOW 7.1). */
final class Ghost extends Group {

    private static final double RADIUS = 13;

    /** Distance of the words from the disc's centre, towards the middle of the circle. */
    private static final double WORDS_AWAY = 28;

    private final Circle body = new Circle(RADIUS);
    private final Text number = Shapes.text("ghost-number");
    private final Text words = Shapes.text("ghost-words");

    /**
     * Creates one that is not shown yet.
     *
     * @param styleClass tells its kinds apart
     * @param about what can be done with it; may be empty
     */
    Ghost(String styleClass, String about) {
        getStyleClass().add(styleClass);
        body.getStyleClass().add("ghost");
        words.setText(about);
        getChildren().addAll(body, number, words);
        setMouseTransparent(true);
        setVisible(false);
    }

    /**
     * Shows it for a peer.
     *
     * @param turn at which it stands on the circle
     */
    void show(PeerId id, double turn, Point2D at) {
        setVisible(true);
        setTranslateX(at.getX());
        setTranslateY(at.getY());
        Shapes.setText(number, "+" + id);
        Shapes.centre(number, Point2D.ZERO);
        double angle = 2 * Math.PI * turn;
        double half = words.getLayoutBounds().getWidth() / 2;
        Shapes.centre(
                words,
                new Point2D(-Math.sin(angle) * (WORDS_AWAY + half), Math.cos(angle) * WORDS_AWAY));
    }

    /** Returns whether a point is on its disc; only where it is shown. */
    boolean isAt(double x, double y) {
        return isVisible() && Math.hypot(x - getTranslateX(), y - getTranslateY()) <= RADIUS;
    }
}
