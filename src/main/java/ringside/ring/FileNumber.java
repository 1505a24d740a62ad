package ringside.ring;

import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * The number that identifies a file on the ring: exactly four digits, kept as text so that '0159'
 * stays '0159' (SPEC 3.1).
 *
 * @param digits four of 0 to 9
 */
public record FileNumber(String digits) implements Comparable<FileNumber> {

    /**
     * Validates the form.
     *
     * @throws InvalidInputException with a sentence for the user when the text is not four digits
     */
    public FileNumber {
        if (!digits.matches("[0-9]{4}")) {
            throw new InvalidInputException(() -> Messages.RING.format("fileNumber.form", digits));
        }
    }

    /**
     * Returns the position on the circle of processes that determines the owner: the number mod 256
     * (SPEC 3.1).
     */
    public PeerId hash() {
        return hashOn(Circle.OF_PROCESSES);
    }

    /** Returns the position on a circle that determines the owner there (SPEC 3.1). */
    public PeerId hashOn(Circle circle) {
        return circle.positionOf(Integer.parseInt(digits));
    }

    @Override
    public int compareTo(FileNumber other) {
        return digits.compareTo(other.digits);
    }

    /** Returns the four digits. */
    @Override
    public String toString() {
        return digits;
    }
}
