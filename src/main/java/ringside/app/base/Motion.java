package ringside.app.base;

/** How much may move in a frame (WINDOW 10.8). */
public enum Motion {
    /** Dots travel, what has a new place glides to it, and what ends fades. */
    FULL,
    /** Everything stands at its place at once, as the desktop asks for reduced motion. */
    REDUCED;

    /**
     * Returns the time by which glides advance in a frame, in seconds: infinite to end them all.
     *
     * @param frameSeconds time since the frame before
     */
    public double glideSeconds(double frameSeconds) {
        return switch (this) {
            case FULL -> frameSeconds;
            case REDUCED -> Double.POSITIVE_INFINITY;
        };
    }

    /**
     * Returns where something on its way is drawn: halfway if it must not move.
     *
     * @param share of its way that it has gone, 0 to 1
     */
    public double travelled(double share) {
        return switch (this) {
            case FULL -> share;
            case REDUCED -> 0.5;
        };
    }

    /** Returns the opacity of something that fades from 1 to 0: whole until it is gone. */
    public double faded(double opacity) {
        return switch (this) {
            case FULL -> opacity;
            case REDUCED -> Math.ceil(opacity);
        };
    }
}
