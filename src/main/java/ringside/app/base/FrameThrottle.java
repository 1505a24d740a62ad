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

    /** Returns whether to summarise the value of this frame; to be called once a frame. */
    @SuppressWarnings("ReferenceEquality")
    public boolean passes(T value) {
        count++;
        boolean due = value != passed && (passed == initial || count % frames == 0);
        if (due) {
            passed = value;
        }
        return due;
    }
}
