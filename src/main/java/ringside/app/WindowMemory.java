package ringside.app;

import static java.util.Objects.requireNonNull;

import ringside.app.ring.RingLayout;

/** What the window remembers from one run to the next. */
public interface WindowMemory {

    /** What was kept last, or the beginning's values. */
    Kept load();

    /** Keeps it; a failure is nothing that a user must know of. */
    void save(Kept kept);

    /**
     * What is kept.
     *
     * @param x place of the window in pixels; {@link #ANYWHERE} lets the desktop choose
     * @param y place of the window in pixels
     * @param width in pixels
     * @param height in pixels
     */
    record Kept(
            double x,
            double y,
            double width,
            double height,
            boolean maximized,
            ThemeChoice theme,
            RingLayout layout) {

        /** No place was kept. */
        public static final double ANYWHERE = Double.NaN;

        /** A first start: as the design has it, where the desktop likes it. */
        public static final Kept FIRST =
                new Kept(
                        ANYWHERE,
                        ANYWHERE,
                        1440,
                        900,
                        false,
                        ThemeChoice.DESKTOP,
                        RingLayout.BY_ID);

        /** Checks that nothing is missing. */
        public Kept {
            requireNonNull(theme, "theme");
            requireNonNull(layout, "layout");
        }
    }

    /** Remembers nothing: for tests. */
    WindowMemory NONE =
            new WindowMemory() {
                @Override
                public Kept load() {
                    return Kept.FIRST;
                }

                @Override
                public void save(Kept kept) {}
            };
}
