package ringside.app.ring;

import java.util.EnumSet;
import java.util.Set;

/**
 * How the user wants a ring drawn.
 *
 * @param edges the kinds that are drawn
 */
public record RingLooks(RingLayout layout, Set<EdgeKind> edges) {

    /** By id, without the edges that would only say the same again. */
    public static final RingLooks USUAL =
            new RingLooks(
                    RingLayout.BY_ID,
                    EnumSet.complementOf(EnumSet.of(EdgeKind.SECOND_PREDECESSOR)));

    /** Copies the set. */
    public RingLooks {
        edges = Set.copyOf(edges);
    }
}
