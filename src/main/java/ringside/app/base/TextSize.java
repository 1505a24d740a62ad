package ringside.app.base;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How large all that the window shows is, letters and lines. */
public enum TextSize {
    PERCENT_100(100),
    PERCENT_125(125),
    PERCENT_150(150),
    PERCENT_175(175),
    PERCENT_200(200);

    private static final int USUAL_PERCENT = 100;

    /** Size of the letters of menus and tooltips at the usual size, in pixels. */
    private static final double LETTERS = 12;

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    /** Returns how many times as large as usual it is, 1 to 2. */
    public double times() {
        return percent / (double) USUAL_PERCENT;
    }

    /** Returns the next larger size, or the largest. */
    public TextSize larger() {
        return Stream.of(values()).filter(each -> each.percent > percent).findFirst().orElse(this);
    }

    /** Returns the next smaller size, or the smallest. */
    public TextSize smaller() {
        return Stream.of(values())
                .filter(each -> each.percent < percent)
                .reduce((first, second) -> second)
                .orElse(this);
    }

    /**
     * Returns a style sheet for menus, tooltips and dialogs, which do not lie in the window; none
     * for the usual size.
     */
    Optional<String> popUpSheet() {
        return Optional.of(this).filter(size -> size.percent != USUAL_PERCENT).map(TextSize::sheet);
    }

    private String sheet() {
        return String.format(
                Locale.ROOT,
                "data:text/css,.root.popup,.tooltip,.context-menu,.dialog-pane%%7B-fx-font-size:%.0fpx%%7D",
                LETTERS * times());
    }
}
