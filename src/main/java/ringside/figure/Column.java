package ringside.figure;

import java.util.Locale;
import ringside.text.Messages;

/**
 * A column of a figure's table.
 *
 * @param key of its title
 * @param decimals of its numbers
 */
public record Column(String key, int decimals) {

    /** Returns the title. */
    public String title() {
        return Messages.FIGURE.format("column." + key);
    }

    /** Formats a number of this column; empty for one that the paper does not give. */
    public String format(double number) {
        return Double.isNaN(number)
                ? ""
                : String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
