package ringside.app.base;

/** The layouts of peers on the circle (WINDOW 2.1). */
public enum RingLayout {
    /** At the angle of their id, moved apart only where they would overlap. */
    BY_ID,
    /** At equal distances, in the order of their ids, for crowded ids. */
    EVENLY_SPACED
}
