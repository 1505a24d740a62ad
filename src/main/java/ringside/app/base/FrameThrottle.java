package ringside.app.base;

/**
 * Tells when a value that changes with almost every frame should be summarised again: nobody reads
 * text sixty times a second. For one thread.
 *
 * @param <T> an immutable type; two values are the same when they are one object
 */
public final class FrameThrottle<T> {

    private final int frames;
    private final T initial;
    private T passed;
    private int count;

    /**
     * Creates a throttle that has passed one value.
     *
     * @param initial the first other value passes at once
     * @param frames between two later values, 1 or more
     */
    public FrameThrottle(T initial, int frames) {
        this.initial = initial;
        this.passed = initial;
        this.frames = frames;
    }

    /** Counts a frame, and returns whether to summarise its value. */
    @SuppressWarnings("ReferenceEquality")
    public boolean tick(T value) {
        count++;
        boolean due = value != passed && (passed == initial || count % frames == 0);
        if (due) {
            passed = value;
        }
        return due;
    }
}
