package ringside.ring;

import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * A peer's identity: a position on the circle of {@value #CIRCLE_SIZE} ids (SPEC 1.1). Also the
 * hash of a file, which is a position on the same circle (SPEC 3.1).
 *
 * @param value 0 to 255
 */
public record PeerId(int value) implements Comparable<PeerId> {

    /** Number of ids on the circle. */
    public static final int CIRCLE_SIZE = 256;

    /**
     * Validates the range.
     *
     * @throws InvalidInputException when {@code value} is not 0 to 255
     */
    public PeerId {
        if (value < 0 || value >= CIRCLE_SIZE) {
            throw new InvalidInputException(
                    () -> Messages.RING.format("peerId.range", CIRCLE_SIZE - 1, value));
        }
    }

    /**
     * Parses an id as typed by a user.
     *
     * @param text decimal digits, 0 to 255
     * @throws InvalidInputException with a sentence for the user when the text is not an id
     */
    public static PeerId parse(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new InvalidInputException(
                    () -> Messages.RING.format("peerId.form", text, CIRCLE_SIZE - 1));
        }
        return new PeerId(Integer.parseInt(text));
    }

    /**
     * Returns the number of clockwise steps from this id to the other: 0 to 255, and 0 only to
     * itself.
     */
    public int clockwiseTo(PeerId other) {
        return Math.floorMod(other.value - value, CIRCLE_SIZE);
    }

    /** Returns the id that lies so many steps clockwise from this one; at least 0. */
    public PeerId plus(int steps) {
        return new PeerId((value + steps) % CIRCLE_SIZE);
    }

    /**
     * Returns whether this id lies strictly between two others, going clockwise. If both ends are
     * the same id, every other id lies between them.
     */
    public boolean isBetween(PeerId from, PeerId to) {
        int span = from.equals(to) ? CIRCLE_SIZE : from.clockwiseTo(to);
        int distance = from.clockwiseTo(this);
        return distance > 0 && distance < span;
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
        return Integer.compare(value, other.value);
    }

    /** Returns the bare decimal number. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
