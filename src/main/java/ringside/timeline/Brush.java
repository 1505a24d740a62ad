package ringside.timeline;

/**
 * A drag over the whole time, which chooses the part to show (WINDOW 5.5). Immutable.
 *
 * @param grip what was seized
 * @param fromMicros where the drag began, in microseconds since the epoch
 * @param shown the part that was shown when it began
 * @param whole the whole time
 */
public record Brush(Grip grip, long fromMicros, TimeAxis shown, TimeAxis whole) {

    /** What a drag moves. */
    public enum Grip {
        BEGINNING,
        END,
        /** Both ends, at the same distance. */
        PART,
        /** None: the drag chooses another part. */
        ANOTHER
    }

    /**
     * Returns the drag that a press begins.
     *
     * @param x where, in pixels from the left of the whole time
     * @param near the distance within which an end of the part is seized, in pixels
     */
    public static Brush at(double x, TimeAxis shown, TimeAxis whole, double near) {
        return new Brush(gripAt(x, shown, whole, near), whole.microsAt(x), shown, whole);
    }

    private static Grip gripAt(double x, TimeAxis shown, TimeAxis whole, double near) {
        double beginning = whole.xOf(shown.fromMicros());
        double end = whole.xOf(shown.toMicros());
        boolean isWhole = end - beginning >= whole.width();
        if (isWhole || x < beginning - near || x > end + near) {
            return Grip.ANOTHER;
        }
        double toBeginning = Math.abs(x - beginning);
        double toEnd = Math.abs(x - end);
        if (Math.min(toBeginning, toEnd) > near) {
            return Grip.PART;
        }
        return toBeginning < toEnd ? Grip.BEGINNING : Grip.END;
    }

    /**
     * Returns the part to show when the drag has come to {@code x}, with the width of the whole.
     */
    public TimeAxis to(double x) {
        long micros = whole.microsAt(x);
        long moved = micros - fromMicros;
        return switch (grip) {
            case BEGINNING -> whole.part(micros, shown.toMicros());
            case END -> whole.part(shown.fromMicros(), micros);
            case PART -> whole.part(shown.fromMicros() + moved, shown.toMicros() + moved);
            case ANOTHER -> whole.part(fromMicros, micros);
        };
    }
}
