package ringside.timeline;

import ringside.timeline.Playhead.Source;

/**
 * The time from the beginning of a history to its end, and the part of it that a timeline shows.
 * While a ring runs, the end lies ahead of it and moves in steps, so marks stay where they are.
 *
 * @param fromMicros the beginning of the history, in microseconds since the epoch
 * @param toMicros the end of the timeline
 * @param nowMicros the latest time received
 * @param shown the part shown, with a width of 1; the whole span moves with the history
 * @param zoomed whether the part shown is less than the whole
 */
public record Span(long fromMicros, long toMicros, long nowMicros, TimeAxis shown, boolean zoomed) {

    /** The span of a history without events. */
    public static final Span START = new Span(0, 1, 0, new TimeAxis(0, 1, 1), false);

    private static final long SECOND = 1_000_000;

    /** Lengths of a running timeline, in seconds; beyond the last it grows by the last. */
    private static final int[] ENDS = {60, 120, 300, 600, 900, 1_800, 2_700, 3_600};

    /**
     * Returns the span that covers a history as it is now.
     *
     * @param micros the time now, in microseconds since the epoch
     * @param least least length, in microseconds: that of the history shown beside it
     */
    public Span covering(History history, Source source, long micros, long least) {
        long from = history.startMicros();
        long end =
                switch (source) {
                    case RUNNING -> from + roundedUp(Math.max(history.endMicros(), micros) - from);
                    case RECORDED -> history.endMicros();
                };
        long to = Math.max(end, from + Math.max(1, least));
        if (history.isEmpty()) {
            return new Span(0, SECOND, micros, new TimeAxis(0, SECOND, 1), false);
        }
        TimeAxis all = new TimeAxis(from, to, 1);
        return new Span(from, to, micros, zoomed ? shown.moved(0, all) : all, zoomed);
    }

    private static long roundedUp(long micros) {
        for (int end : ENDS) {
            if (micros <= end * SECOND) {
                return end * SECOND;
            }
        }
        long last = ENDS[ENDS.length - 1] * SECOND;
        return (micros / last + 1) * last;
    }

    /** Returns the axis of the part shown at a width in pixels. */
    public TimeAxis axis(double width) {
        return new TimeAxis(shown.fromMicros(), shown.toMicros(), width);
    }

    /** Shows less time around {@code x}, or more if {@code factor} is above 1. */
    public Span zoomed(double factor, double x, double width) {
        TimeAxis all = new TimeAxis(fromMicros, toMicros, width);
        TimeAxis part = axis(width).zoomed(factor, x, all);
        boolean less = part.toMicros() - part.fromMicros() < toMicros - fromMicros;
        return new Span(fromMicros, toMicros, nowMicros, part, less);
    }

    /** Returns the axis of the whole time at a width in pixels. */
    public TimeAxis whole(double width) {
        return new TimeAxis(fromMicros, toMicros, width);
    }

    /** Shows another part of the whole time. */
    public Span showing(TimeAxis part) {
        TimeAxis kept = whole(1).part(part.fromMicros(), part.toMicros());
        return new Span(fromMicros, toMicros, nowMicros, kept, !kept.equals(whole(1)));
    }

    /** Shifts the part shown, at the same length. */
    public Span moved(double pixels, double width) {
        TimeAxis all = new TimeAxis(fromMicros, toMicros, width);
        return new Span(fromMicros, toMicros, nowMicros, axis(width).moved(pixels, all), zoomed);
    }
}
