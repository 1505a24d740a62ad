package ringside.hosts;

/**
 * Whether a host has been silent for so long that it may be unplugged (SPEC 13.6). Its agent
 * answers a question each second. Confined to one lock of its owner.
 */
final class Silence {

    /** Three answers in a row that did not come. */
    static final long PATIENCE_NANOS = 3_000_000_000L;

    /** What a look has found. */
    enum Change {
        NONE,
        /** The host has fallen silent since the last look. */
        BEGUN,
        /** The host has been heard again since the last look. */
        OVER
    }

    private long heardNanos;
    private boolean isSilent;

    /** Begins with a host that is heard now. */
    Silence(long nowNanos) {
        heardNanos = nowNanos;
    }

    void heard(long nowNanos) {
        heardNanos = nowNanos;
    }

    Change look(long nowNanos) {
        boolean was = isSilent;
        isSilent = isLongerThanPatience(nowNanos);
        if (was == isSilent) {
            return Change.NONE;
        }
        return isSilent ? Change.BEGUN : Change.OVER;
    }

    /** Returns whether nothing has been heard for so long, looked or not. */
    boolean isLongerThanPatience(long nowNanos) {
        return nowNanos - heardNanos >= PATIENCE_NANOS;
    }
}
