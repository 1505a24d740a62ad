package ringside.rules;

import ringside.text.InvalidInputException;
import ringside.text.Messages;

/**
 * What a check is worth in a family.
 *
 * @param check that is asked for
 * @param marks for it, at least 0
 */
public record MarkRule(CheckName check, double marks) {

    /**
     * Validates the marks.
     *
     * @throws InvalidInputException when they are negative, or no number
     */
    public MarkRule {
        if (!(marks >= 0)) {
            throw new InvalidInputException(() -> Messages.RULES.format("marks.negative", marks));
        }
    }
}
