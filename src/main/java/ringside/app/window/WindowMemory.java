package ringside.app.window;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import ringside.app.base.ThemeChoice;
import ringside.app.ring.EdgeKind;
import ringside.app.ring.RingLayout;
import ringside.app.ring.RingLooks;

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
     * @param arrangement how the window is divided, and what is shown in it
     */
    record Kept(
            double x,
            double y,
            double width,
            double height,
            boolean maximized,
            ThemeChoice theme,
            RingLayout layout,
            Arrangement arrangement) {

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
                        RingLayout.BY_ID,
                        Arrangement.FIRST);

        /** Checks that nothing is missing. */
        public Kept {
            requireNonNull(theme, "theme");
            requireNonNull(layout, "layout");
            requireNonNull(arrangement, "arrangement");
        }
    }

    /**
     * How the window is divided, and what is shown in it.
     *
     * @param asideWidth of the inspector and the details in pixels, or {@link #USUAL}
     * @param eventsHeight of timeline and events in pixels, or {@link #USUAL}
     * @param inspectorShare of the height aside, 0 to 1, or {@link #USUAL}
     * @param edges the kinds that are drawn
     * @param tab the name of the detail that is shown
     */
    record Arrangement(
            double asideWidth,
            double eventsHeight,
            double inspectorShare,
            Set<EdgeKind> edges,
            String tab) {

        /** The user has not drawn this border: it is where the window puts it. */
        public static final double USUAL = Double.NaN;

        /** A first start. */
        public static final Arrangement FIRST =
                new Arrangement(USUAL, USUAL, USUAL, RingLooks.USUAL.edges(), "ladder");

        /** Copies the set. */
        public Arrangement {
            edges = Set.copyOf(edges);
            requireNonNull(tab, "tab");
        }
    }

    /** What can be divided so. */
    interface Arranged {

        /** Takes what was kept in an earlier run. */
        void restore(Arrangement kept);

        /** What is to be kept. */
        Arrangement kept();
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
