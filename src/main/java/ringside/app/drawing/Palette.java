package ringside.app.drawing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;

/** The colour of each ink. Immutable. */
public final class Palette {

    /** Dark on white, for print and slides. */
    public static final Palette PAPER =
            new Palette(
                    Map.of(
                            Ink.PAPER, Color.WHITE,
                            Ink.TEXT, Color.web("#1c2530"),
                            Ink.MUTED, Color.web("#5a6878"),
                            Ink.FAINT, Color.web("#8390a1"),
                            Ink.SEGMENT, Color.web("#6d4bd8"),
                            Ink.RESENT, Color.web("#8f5300"),
                            Ink.LOST, Color.web("#c8362e"),
                            Ink.ACKNOWLEDGEMENT, Color.web("#08727b"),
                            Ink.RUN, Color.web("#eae6fa"),
                            Ink.HOVER, Color.web("#dfe9f6")));

    private final Map<Ink, Color> colours;

    /** Creates a palette with a colour for each ink. */
    public Palette(Map<Ink, Color> colours) {
        this.colours = new EnumMap<>(colours);
        for (Ink ink : Ink.values()) {
            Objects.requireNonNull(this.colours.get(ink), ink::name);
        }
    }

    public Color of(Ink ink) {
        return Objects.requireNonNull(colours.get(ink));
    }
}
