package ringside.ring;

import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * A circle of 2^bits positions, 0 to 2^bits - 1 (SPEC 1.1). Rings of processes lie on one of
 * {@value #IDS_OF_PROCESSES}; a simulation may choose a wider one. A position is an unsigned long,
 * because the widest circle has 2^64. There is one object for each width, so that circles can be
 * compared with {@code ==}. Immutable.
 */
public final class Circle {

    /** Fewest bits of a circle. */
    public static final int FEWEST_BITS = 1;

    /** Most bits of a circle: those of a long. */
    public static final int MOST_BITS = Long.SIZE;

    private static final int BITS_OF_PROCESSES = 8;

    /** Number of ids on the circle of processes: an id is one byte, and a port counts by it. */
    public static final int IDS_OF_PROCESSES = 1 << BITS_OF_PROCESSES;

    /** Bits of the most peers that a ring is thought to have. */
    private static final int MOST_PEERS_BITS = 20;

    private static final Circle[] BY_BITS = all();

    /** The circle on which processes live. */
    public static final Circle OF_PROCESSES = of(BITS_OF_PROCESSES);

    private final int bits;
    private final long last;

    private Circle(int bits) {
        this.bits = bits;
        this.last = -1L >>> (Long.SIZE - bits);
    }

    private static Circle[] all() {
        Circle[] all = new Circle[MOST_BITS + 1];
        for (int bits = FEWEST_BITS; bits <= MOST_BITS; bits++) {
            all[bits] = new Circle(bits);
        }
        return all;
    }

    /**
     * Returns the circle of a width.
     *
     * @param bits {@value #FEWEST_BITS} to 64
     * @throws IllegalArgumentException when there is no such circle
     */
    public static Circle of(int bits) {
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new IllegalArgumentException("bits: " + bits);
        }
        return BY_BITS[bits];
    }

    /** Returns the width: the logarithm of the number of positions. */
    public int bits() {
        return bits;
    }

    /** Returns the last position, unsigned; it is followed by 0. */
    public long last() {
        return last;
    }

    /**
     * Returns the id at a position.
     *
     * @param position unsigned, 0 to {@link #last()}
     * @throws InvalidInputException when the circle has no such position
     */
    public PeerId at(long position) {
        return new PeerId(position, this);
    }

    /** Returns the id at the position that lies so many steps clockwise from 0, round and round. */
    public PeerId wrapped(long steps) {
        return new PeerId(steps & last, this);
    }

    /**
     * Returns the position of a file's number (SPEC 3.1): the number mod 2^bits up to the circle of
     * processes; on a wider one at the angle that it has there.
     */
    PeerId positionOf(int number) {
        return isWide() ? OF_PROCESSES.wrapped(number).on(this) : wrapped(number);
    }

    /** Returns whether it has more positions than the circle of processes. */
    public boolean isWide() {
        return bits > BITS_OF_PROCESSES;
    }

    /** Returns the logarithm of how many positions lie on it for one id of a process. */
    int bitsPerId() {
        return bits - BITS_OF_PROCESSES;
    }

    /**
     * Returns after how many hops a question has gone round and ends: as many as the circle has
     * ids, and on a wide circle as a ring is thought to have peers.
     */
    public int mostHops() {
        return 1 << Math.min(bits, MOST_PEERS_BITS);
    }

    /** Returns a distance on it in whole turns: 0 up to 1. */
    public double turns(long distance) {
        double low = distance & 1;
        double half = distance >>> 1;
        return Math.scalb(2 * half + low, -bits);
    }

    void requirePosition(long position) {
        if (Long.compareUnsigned(position, last) > 0) {
            throw new InvalidInputException(() ->
                    Messages.RING.format(
                            "peerId.range", Long.toUnsignedString(last), Long.toString(position)));
        }
    }

    /** Returns the width, for messages to programmers. */
    @Override
    public String toString() {
        return bits + " bits";
    }
}
