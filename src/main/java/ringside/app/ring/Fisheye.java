package ringside.app.ring;

/**
 * A fisheye lens on the circle: it spreads the positions around its middle evenly, less and less up
 * to twice that distance, and moves those beyond it closer together, so that the order stays and
 * nothing out of its reach moves. What stands in the middle of the lens stays there. Positions and
 * distances are in turns. Immutable.
 *
 * @param middle where it enlarges, 0 up to 1
 * @param flat distance from the middle up to which it enlarges evenly
 * @param reach distance from the middle from which on nothing moves, up to half a turn; more than
 *     1.5 * {@code times} * {@code flat}
 * @param times how much larger distances are up to {@code flat}; 1 without a lens
 */
record Fisheye(double middle, double flat, double reach, double times) {

    /** A lens that changes nothing. */
    static final Fisheye NONE = new Fisheye(0, 0, 0.5, 1);

    /** The distance between two peers in the middle of the lens, in pixels: a number fits. */
    private static final double WANTED_APART = 44;

    /** Peers on each side of the middle that are enlarged evenly. */
    private static final double FLAT_PEERS = 1.75;

    /** The reach, as a multiple of the evenly enlarged part: what gives way stays readable. */
    private static final double REACH = 3.5;

    private static final double HALF_A_TURN = 0.5;

    /** Halvings of the reach: down to a thousandth of a pixel on any circle. */
    private static final int BISECTIONS = 24;

    /**
     * Returns a lens under which the peers around its middle are far enough apart to be read.
     *
     * @param middle in turns
     * @param circumference of the circle in pixels
     * @param peers on the circle
     * @param strength from 0 for none to 1, for a lens that comes and goes
     */
    static Fisheye at(double middle, double circumference, int peers, double strength) {
        double apart = circumference / Math.max(1, peers);
        double times = WANTED_APART / apart;
        if (strength == 0 || times <= 1) {
            return NONE;
        }
        double flat = FLAT_PEERS / peers;
        return new Fisheye(
                middle,
                flat,
                Math.min(HALF_A_TURN, REACH * times * flat),
                1 + strength * (times - 1));
    }

    /** Returns where a position is seen through the lens, 0 up to 1. */
    double turnOf(double turn) {
        double off = Turns.nearest(middle, turn);
        double distance = Math.abs(off);
        return times == 1 || distance >= reach
                ? turn
                : Turns.wrap(middle + Math.copySign(seen(distance), off));
    }

    /** Returns the position that is seen at another one, the inverse of {@link #turnOf}. */
    double originOf(double seenTurn) {
        double off = Turns.nearest(middle, seenTurn);
        double wanted = Math.abs(off);
        if (times == 1 || wanted >= reach) {
            return seenTurn;
        }
        double near = 0;
        double far = reach;
        for (int i = 0; i < BISECTIONS; i++) {
            double between = (near + far) / 2;
            boolean isNearer = seen(between) < wanted;
            near = isNearer ? between : near;
            far = isNearer ? far : between;
        }
        return Turns.wrap(middle + Math.copySign(near, off));
    }

    private double seen(double distance) {
        double even = Math.min(distance, flat);
        double lessening = Math.clamp(distance - flat, 0, flat);
        double rest = Math.max(0, distance - 2 * flat);
        return times * even
                + lessening * (times + growth(flat + lessening)) / 2
                + squeezed() * rest;
    }

    /** Returns how much closer together positions stand in the outer part, above 0, up to 1. */
    private double squeezed() {
        return (reach - 1.5 * times * flat) / (reach - 1.5 * flat);
    }

    private double growth(double distance) {
        double lessened = Math.clamp((distance - flat) / flat, 0, 1);
        return times + lessened * (squeezed() - times);
    }

    /** Returns how much larger than without the lens things are at a position; may be below 1. */
    double growthAt(double turn) {
        double distance = Math.abs(Turns.nearest(middle, turn));
        return times == 1 || distance >= reach ? 1 : growth(distance);
    }
}
