package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;

/**
 * The state of every peer ever seen, by id. Immutable: changing one entry copies two short rows and
 * shares the rest, so an event costs the same in a ring of 3 and in one of 256.
 */
final class PeerTable {

    /** Ids in a row: the square root of the circle's size makes a change copy least. */
    private static final int ROW = 16;

    static final PeerTable EMPTY =
            new PeerTable(new PeerState[Circle.IDS_OF_PROCESSES / ROW][ROW], 0);

    private final @Nullable PeerState[][] rows;
    private final int size;

    private PeerTable(@Nullable PeerState[][] rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    Optional<PeerState> get(PeerId id) {
        return Optional.ofNullable(find(id));
    }

    PeerTable with(PeerState peer) {
        int index = peer.id().value();
        @Nullable PeerState @Nullable [][] copy = rows.clone();
        @Nullable PeerState @Nullable [] row = copy[index / ROW];
        @Nullable PeerState[] changed = row == null ? new PeerState[ROW] : row.clone();
        boolean fresh = changed[index % ROW] == null;
        changed[index % ROW] = peer;
        copy[index / ROW] = changed;
        return new PeerTable(copy, size + (fresh ? 1 : 0));
    }

    /**
     * Returns the table with one peer changed; a peer not seen before starts as {@link
     * PeerState#of}.
     */
    PeerTable change(PeerId id, UnaryOperator<PeerState> change) {
        PeerState before = find(id);
        return with(change.apply(before == null ? PeerState.of(id) : before));
    }

    /** Returns the table with one peer changed, or the same table when that peer was never seen. */
    PeerTable changeKnown(PeerId id, UnaryOperator<PeerState> change) {
        PeerState before = find(id);
        return before == null ? this : with(change.apply(before));
    }

    /** Returns all peers, by id. */
    List<PeerState> all() {
        List<PeerState> all = new ArrayList<>(size);
        for (@Nullable PeerState[] row : rows) {
            addPresent(row, all);
        }
        return all;
    }

    private static void addPresent(@Nullable PeerState[] row, List<PeerState> all) {
        for (PeerState peer : row) {
            if (peer != null) {
                all.add(peer);
            }
        }
    }

    private @Nullable PeerState find(PeerId id) {
        return rows[id.value() / ROW][id.value() % ROW];
    }
}
