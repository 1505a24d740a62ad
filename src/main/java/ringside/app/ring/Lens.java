package ringside.app.ring;

import java.util.Optional;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * Enlarges a dense ring around the pointer while that is near the circle, or else around the peer
 * to which the keyboard has led (WINDOW 2.9). It grows and goes within a moment, so that nothing
 * jumps. JavaFX thread only.
 */
final class Lens {

    /** Within this distance of the circle, in pixels, the pointer enlarges. */
    private static final double NEAR = 34;

    /** Time constant of growing and going, in seconds. */
    private static final double GLIDE_SECONDS = 0.08;

    /** At this difference the strength has arrived. */
    private static final double THERE = 0.005;

    private @Nullable Point2D pointer;
    private double middle;
    private double strength;
    private Fisheye shown = Fisheye.NONE;

    /** Notes where the pointer is, in pixels of the view; null outside of it. */
    void point(@Nullable Point2D at) {
        pointer = at;
    }

    /**
     * Returns the lens for one frame.
     *
     * @param peers on the circle
     * @param walked the position to which the keyboard has led, in turns; empty for none
     * @param seconds since the last frame
     */
    Fisheye glide(RingGeometry geometry, int peers, Optional<Double> walked, double seconds) {
        Optional<Double> pointed =
                Optional.ofNullable(pointer)
                        .filter(at -> isNear(at, geometry))
                        .map(at -> geometry.turnOf(at.getX(), at.getY()));
        pointed.ifPresentOrElse(this::follow, () -> walked.ifPresent(turn -> middle = turn));
        double wanted = pointed.isPresent() || walked.isPresent() ? 1 : 0;
        double left = (wanted - strength) * Math.exp(-seconds / GLIDE_SECONDS);
        strength = Math.abs(left) < THERE ? wanted : wanted - left;
        shown = Fisheye.at(middle, geometry.circumference(), peers, strength);
        return shown;
    }

    /**
     * Moves only as far as the pointer would leave the evenly enlarged part, as peers that fled the
     * pointer could not be clicked. A pointer from elsewhere gets the middle.
     */
    private void follow(double turn) {
        double off = Turns.nearest(middle, turn);
        double excess = Math.abs(off) - shown.times() * shown.flat();
        if (Math.abs(off) >= shown.reach()) {
            middle = turn;
        } else if (excess > 0) {
            middle = Turns.wrap(middle + Math.copySign(excess, off));
        }
    }

    private static boolean isNear(Point2D at, RingGeometry geometry) {
        return Math.abs(geometry.distanceOf(at.getX(), at.getY()) - geometry.radius()) < NEAR;
    }
}
