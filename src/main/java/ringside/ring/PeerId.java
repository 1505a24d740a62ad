package ringside.ring;

import java.util.Comparator;
import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * A peer's identity: a position on a circle (SPEC 1.1). Also the hash of a file, which is a
 * position on the same circle (SPEC 3.1). Ids of different circles are never equal, and have no
 * distance.
 *
 * @param position unsigned, 0 to the last one of the circle
 * @param circle the circle that it lies on
 */
public record PeerId(long position, Circle circle) implements Comparable<PeerId> {

    private static final int TEN = 10;

    /**
     * Validates the range.
     *
     * @throws InvalidInputException when the circle has no such position
     */
    public PeerId {
        circle.requirePosition(position);
    }

    /**
     * Creates the id of a process.
     *
     * @param value 0 to 255
     * @throws InvalidInputException when {@code value} is not 0 to 255
     */
    public PeerId(int value) {
        this(value, Circle.OF_PROCESSES);
    }

    /**
     * Parses the id of a process as typed by a user.
     *
     * @param text decimal digits, 0 to 255
     * @throws InvalidInputException with a sentence for the user when the text is not an id
     */
    public static PeerId parse(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new InvalidInputException(
                    () -> Messages.RING.format("peerId.form", text, Circle.OF_PROCESSES.last()));
        }
        return new PeerId(Integer.parseInt(text));
    }

    /**
     * Returns the position as an int, which it is for every process: 0 to 255.
     *
     * @throws ArithmeticException when it is the position on a wide circle and no int
     */
    public int value() {
        return Math.toIntExact(position);
    }

    /**
     * Returns the id at the same angle of another circle.
     *
     * @param wide at least as wide as its own
     */
    public PeerId on(Circle wide) {
        if (wide.bits() < circle.bits()) {
            throw new IllegalArgumentException(circle + ", " + wide);
        }
        return wide.at(position << (wide.bits() - circle.bits()));
    }

    /** Returns its angle, in turns from id 0: 0 up to 1. */
    public double turn() {
        return circle.turns(position);
    }

    /**
     * Returns the number of clockwise steps from this id to the other, unsigned: 0 only to itself.
     * On the circle of processes it is 0 to 255.
     *
     * @throws IllegalArgumentException when the other lies on another circle
     */
    public long clockwiseTo(PeerId other) {
        if (circle != other.circle) {
            throw new IllegalArgumentException(circle + ", " + other.circle);
        }
        return (other.position - position) & circle.last();
    }

    /** Orders ids of the same circle by how far they lie clockwise from this one, itself first. */
    public Comparator<PeerId> nearestFirst() {
        return (one, other) -> Long.compareUnsigned(clockwiseTo(one), clockwiseTo(other));
    }

    /** Returns whether one id lies less far clockwise from this one than another. */
    public boolean isNearer(PeerId one, PeerId other) {
        return Long.compareUnsigned(clockwiseTo(one), clockwiseTo(other)) < 0;
    }

    /**
     * Returns how many ids lie strictly between this one and the other, clockwise, unsigned; all
     * others where both are the same id.
     */
    public long idsUpTo(PeerId other) {
        return (clockwiseTo(other) - 1) & circle.last();
    }

    /** Returns the id that lies so many steps clockwise from this one; unsigned. */
    public PeerId plus(long steps) {
        return circle.wrapped(position + steps);
    }

    /**
     * Returns whether this id lies strictly between two others, going clockwise. If both ends are
     * the same id, every other id lies between them.
     */
    public boolean isBetween(PeerId from, PeerId to) {
        long distance = from.clockwiseTo(this);
        long span = from.clockwiseTo(to);
        boolean isWholeCircle = span == 0;
        return distance != 0 && (isWholeCircle || Long.compareUnsigned(distance, span) < 0);
    }

    /**
     * Returns whether this id lies in the half-open arc (from, to], going clockwise: the range that
     * a peer {@code to} owns after its predecessor {@code from} (SPEC 3.2). If both ends are the
     * same id, the arc is the whole circle: a single peer owns everything.
     */
    public boolean isInArc(PeerId from, PeerId to) {
        return equals(to) || isBetween(from, to);
    }

    @Override
    public int compareTo(PeerId other) {
        return Long.compareUnsigned(position, other.position);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerId id && position == id.position && circle == id.circle;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    /**
     * Returns the bare decimal number; on a circle wider than that of processes, the angle in their
     * ids: {@code 14}, or {@code 14.2437} with as many decimals as tell all positions apart,
     * without zeros at the end.
     */
    @Override
    public String toString() {
        if (!circle.isWide()) {
            return Long.toUnsignedString(position);
        }
        int bitsPerId = circle.bitsPerId();
        String whole = Long.toString(position >>> bitsPerId);
        long upper = position << (Long.SIZE - bitsPerId);
        return upper == 0 ? whole : whole + '.' + decimals(upper, bitsPerId);
    }

    /** Returns as many decimals of upper / 2^64 as are needed, without zeros at the end. */
    private static String decimals(long upper, int bits) {
        int count = 1;
        long scale = TEN;
        while (scale < 1L << bits) {
            scale *= TEN;
            count++;
        }
        String digits = Long.toString(Math.unsignedMultiplyHigh(upper, scale));
        String all = "0".repeat(count - digits.length()) + digits;
        return all.replaceFirst("0+$", "");
    }
}
