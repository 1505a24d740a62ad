package ringside.app.peers;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the table of peers looks, as the user has chosen.
 *
 * @param columns those that are shown
 * @param order the columns by which the rows are sorted, the most important first; by id if empty
 */
public record PeersLooks(Set<PeerColumn> columns, List<SortKey> order) {

    /** The looks of a first start: as many columns as fit beside the ring. */
    public static final PeersLooks USUAL =
            new PeersLooks(
                    EnumSet.complementOf(
                            EnumSet.of(
                                    PeerColumn.HOST,
                                    PeerColumn.SECOND_SUCCESSOR,
                                    PeerColumn.FIRST_PREDECESSOR,
                                    PeerColumn.SECOND_PREDECESSOR)),
                    List.of());

    public PeersLooks {
        columns = Set.copyOf(columns);
        order = List.copyOf(order);
    }
}
