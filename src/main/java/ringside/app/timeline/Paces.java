package ringside.app.timeline;

import ringside.app.base.Texts;
import ringside.text.Language;
import ringside.timeline.Pace;

/** Formats paces. Pure. */
final class Paces {

    private static final double MICROS_PER_SECOND = 1e6;

    private Paces() {}

    /** Returns, for example, '1/8×' or '4×', or '0.5 s each'. */
    static String words(Pace pace) {
        return switch (pace) {
            case Pace.Speed speed ->
                    Texts.text("pace.times", power(Math.log(speed.times()) / Math.log(2)));
            case Pace.Gap gap ->
                    Texts.text(
                            "pace.each",
                            Language.format("%.3g", gap.micros() / MICROS_PER_SECOND)
                                    .replaceAll("0+$", "")
                                    .replaceAll("[.,]$", ""));
        };
    }

    /** Formats a power of two, such as '1/8' for -3 and '4' for 2. */
    static String power(double exponent) {
        long whole = Math.round(Math.pow(2, Math.abs(exponent)));
        return exponent < 0 && whole > 1 ? "1/" + whole : Long.toString(whole);
    }
}
