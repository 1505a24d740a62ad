package ringside.app.ring;

import java.util.EnumSet;
import java.util.Set;
import ringside.app.base.RingLayout;

/** The user's choices of how the ring is drawn, and with which kinds of edges. */
public record RingLooks(RingLayout layout, Set<EdgeKind> edges) {

    /** By id, without the edges that would add nothing new. */
    public static final RingLooks USUAL =
            new RingLooks(
                    RingLayout.BY_ID,
                    EnumSet.complementOf(EnumSet.of(EdgeKind.SECOND_PREDECESSOR)));

    public RingLooks {
        edges = Set.copyOf(edges);
    }
}
