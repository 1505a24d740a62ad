package ringside.timeline;

/**
 * Maps an interval of time to a width in pixels.
 *
 * @param fromMicros the time at the left end, in microseconds since the epoch
 * @param toMicros the time at the right end, after {@code fromMicros}
 * @param width in pixels, more than 0
 */
public record TimeAxis(long fromMicros, long toMicros, double width) {

    /**
     * The shortest interval that a timeline shows: hops are distinct at a hundredth of a second.
     */
    public static final long SHORTEST_MICROS = 10_000;

    public TimeAxis {
        if (toMicros <= fromMicros || !(width > 0)) {
            throw new IllegalArgumentException("an axis has a length");
        }
    }

    /**
     * Returns the position of a time, in pixels from the left; off the axis for times outside it.
     */
    public double xOf(long micros) {
        return (double) (micros - fromMicros) / (toMicros - fromMicros) * width;
    }

    /** Returns the time at a position; positions off the axis give its nearer end. */
    public long microsAt(double x) {
        double share = Math.clamp(x / width, 0, 1);
        return fromMicros + Math.round(share * (toMicros - fromMicros));
    }

    /**
     * Returns an axis that shows less or more time and keeps the time at {@code x} in place.
     *
     * @param factor less than 1 shows less time
     * @param whole the longest interval to show
     */
    public TimeAxis zoomed(double factor, double x, TimeAxis whole) {
        long fixed = microsAt(x);
        double longest = (double) whole.toMicros - whole.fromMicros;
        double span = (toMicros - fromMicros) * factor;
        double kept = Math.clamp(span, Math.min(SHORTEST_MICROS, longest), longest);
        double from = fixed - kept * Math.clamp(x / width, 0, 1);
        return within(Math.round(from), Math.round(kept), whole);
    }

    /** Returns the axis shifted right, or left if {@code pixels} is negative. */
    public TimeAxis moved(double pixels, TimeAxis whole) {
        long span = toMicros - fromMicros;
        long from = fromMicros + Math.round(pixels / width * span);
        return within(from, span, whole);
    }

    /**
     * Returns the axis of an interval of this one, at the same width.
     *
     * @param one an end of the interval, which is moved into this one and is made as long as the
     *     shortest
     * @param other its other end
     */
    public TimeAxis part(long one, long other) {
        long longest = toMicros - fromMicros;
        long span = Math.abs(one - other);
        return within(
                Math.min(one, other),
                Math.clamp(span, Math.min(SHORTEST_MICROS, longest), longest),
                this);
    }

    private TimeAxis within(long from, long span, TimeAxis whole) {
        long latest = Math.max(whole.fromMicros, whole.toMicros - span);
        long kept = Math.clamp(from, whole.fromMicros, latest);
        return new TimeAxis(kept, Math.max(kept + 1, Math.min(kept + span, whole.toMicros)), width);
    }
}
