package ringside.timeline;

import ringside.timeline.Playhead.Source;

/**
 * The time from the beginning of a history to its end, and the part of it that a timeline shows.
 * While a ring runs the end lies ahead of it and moves in steps, so that marks stay where they are.
 *
 * @param fromMicros where the history begins, in microseconds since the epoch
 * @param toMicros where the timeline ends
 * @param nowMicros the latest time that was told
 * @param shown what is shown of it, with a width of 1; the whole moves with the history
 * @param zoomed whether less than all is shown
 */
public record Span(long fromMicros, long toMicros, long nowMicros, TimeAxis shown, boolean zoomed) {

    /** Nothing has happened yet. */
    public static final Span START = new Span(0, 1, 0, new TimeAxis(0, 1, 1), false);

    private static final long SECOND = 1_000_000;

    /** The ends of a running timeline, in seconds; after the last one it moves by that. */
    private static final int[] ENDS = {60, 120, 300, 600, 900, 1_800, 2_700, 3_600};

    /**
     * The span of a history as it has become.
     *
     * @param micros the time now, in microseconds since the epoch
     * @param least how long it is at least, in microseconds: as long as what it stands beside
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

    /** Sets the visible interval and its width in pixels. */
    public TimeAxis axis(double width) {
        return new TimeAxis(shown.fromMicros(), shown.toMicros(), width);
    }

    /** Shows less time around a place, or more of it where {@code factor} is above 1. */
    public Span zoomed(double factor, double x, double width) {
        TimeAxis all = new TimeAxis(fromMicros, toMicros, width);
        TimeAxis part = axis(width).zoomed(factor, x, all);
        boolean less = part.toMicros() - part.fromMicros() < toMicros - fromMicros;
        return new Span(fromMicros, toMicros, nowMicros, part, less);
    }

    /** Shows another part of the same length. */
    public Span moved(double pixels, double width) {
        TimeAxis all = new TimeAxis(fromMicros, toMicros, width);
        return new Span(fromMicros, toMicros, nowMicros, axis(width).moved(pixels, all), zoomed);
    }
}
