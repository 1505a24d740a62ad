package ringside.app.window;

import java.util.Set;
import ringside.app.base.LanguageChoice;
import ringside.app.base.RingLayout;
import ringside.app.base.TextSize;
import ringside.app.base.ThemeChoice;
import ringside.app.peers.PeersLooks;
import ringside.app.ring.EdgeKind;
import ringside.app.ring.RingLooks;

/** Stores what the window remembers from one run to the next. */
public interface WindowMemory {

    /** Returns what was saved last, or the values of a first start. */
    Kept load();

    /** Saves the state of the window; a failure is ignored, as it does not matter to the user. */
    void save(Kept kept);

    /**
     * The state to remember.
     *
     * @param x position of the window in pixels; {@link #ANYWHERE} lets the desktop choose
     * @param y position of the window in pixels
     * @param width in pixels
     * @param height in pixels
     * @param size of letters and lines
     * @param arrangement how the window is divided, and what it shows
     */
    record Kept(
            double x,
            double y,
            double width,
            double height,
            boolean maximized,
            ThemeChoice theme,
            RingLayout layout,
            LanguageChoice language,
            TextSize size,
            Arrangement arrangement) {

        /** No position was saved. */
        public static final double ANYWHERE = Double.NaN;

        /** The state for a first start: the usual size, at a position that the desktop chooses. */
        public static final Kept FIRST =
                new Kept(
                        ANYWHERE,
                        ANYWHERE,
                        1440,
                        900,
                        false,
                        ThemeChoice.DESKTOP,
                        RingLayout.BY_ID,
                        LanguageChoice.DESKTOP,
                        TextSize.PERCENT_100,
                        Arrangement.FIRST);
    }

    /**
     * How the window is divided, and what it shows.
     *
     * @param asideWidth of the inspector and the details in pixels, or {@link #USUAL}
     * @param eventsHeight of timeline and events in pixels, or {@link #USUAL}
     * @param inspectorShare of the height of the right column, 0 to 1, or {@link #USUAL}
     * @param edges the kinds of edges that are drawn
     * @param tab the name of the selected tab
     * @param peers how the table of peers looks
     */
    record Arrangement(
            double asideWidth,
            double eventsHeight,
            double inspectorShare,
            Set<EdgeKind> edges,
            String tab,
            PeersLooks peers) {

        /** The user has not dragged this divider: the window places it. */
        public static final double USUAL = Double.NaN;

        /** The arrangement of a first start. */
        public static final Arrangement FIRST =
                new Arrangement(
                        USUAL, USUAL, USUAL, RingLooks.USUAL.edges(), "ladder", PeersLooks.USUAL);

        public Arrangement {
            edges = Set.copyOf(edges);
        }
    }

    /** A view whose arrangement can be saved and restored. */
    interface Arranged {

        /** Restores the arrangement of an earlier run. */
        void restore(Arrangement kept);

        Arrangement kept();
    }

    /** Returns a memory that always gives the same state, and saves nothing. */
    static WindowMemory always(Kept kept) {
        return new WindowMemory() {
            @Override
            public Kept load() {
                return kept;
            }

            @Override
            public void save(Kept now) {}
        };
    }
}
