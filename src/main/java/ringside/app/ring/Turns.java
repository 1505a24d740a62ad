package ringside.app.ring;

/** Arithmetic on turns, where 1 is once around clockwise. */
final class Turns {

    private Turns() {}

    /** Returns the same position as 0 up to 1. */
    static double wrap(double turn) {
        double wrapped = turn - Math.floor(turn);
        return wrapped >= 1 ? 0 : wrapped;
    }

    /** Returns the clockwise distance from one position to another, 0 up to 1. */
    static double clockwise(double from, double to) {
        return wrap(to - from);
    }

    /** Returns the shorter way from one position to another, -0.5 to 0.5. */
    static double nearest(double from, double to) {
        double forward = clockwise(from, to);
        return forward > 0.5 ? forward - 1 : forward;
    }
}
