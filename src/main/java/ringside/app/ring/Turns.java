package ringside.app.ring;

/** Arithmetic on turns, where 1 is once around clockwise. */
final class Turns {

    private Turns() {}

    /** The same place as 0 up to 1. */
    static double wrap(double turn) {
        double wrapped = turn - Math.floor(turn);
        return wrapped >= 1 ? 0 : wrapped;
    }

    /** How far it is from one place clockwise to another, 0 up to 1. */
    static double clockwise(double from, double to) {
        return wrap(to - from);
    }

    /** The way from one place to another the shorter way round, -0.5 to 0.5. */
    static double nearest(double from, double to) {
        double forward = clockwise(from, to);
        return forward > 0.5 ? forward - 1 : forward;
    }
}
