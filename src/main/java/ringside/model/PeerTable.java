package ringside.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;

/**
 * The state of every peer ever seen, by id, immutable. Changing one entry copies two short rows and
 * shares the rest, so that folding an event costs the same in a ring of 3 and of 256.
 */
final class PeerTable {

    /** Ids in a row: the square root of the circle's size, so that a change copies least. */
    private static final int ROW = 16;

    static final PeerTable EMPTY = new PeerTable(new PeerState[PeerId.CIRCLE_SIZE / ROW][ROW], 0);

    private final @Nullable PeerState[][] rows;
    private final int size;

    private PeerTable(@Nullable PeerState[][] rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    Optional<PeerState> get(PeerId id) {
        return Optional.ofNullable(find(id));
    }

    /** The table with one peer's state put in place of the earlier one. */
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

    /** The table with one peer changed; a peer not seen before starts as {@link PeerState#of}. */
    PeerTable change(PeerId id, UnaryOperator<PeerState> change) {
        PeerState before = find(id);
        return with(change.apply(before == null ? PeerState.of(id) : before));
    }

    /** The table with one peer changed, or the same when that peer was never seen. */
    PeerTable changeKnown(PeerId id, UnaryOperator<PeerState> change) {
        PeerState before = find(id);
        return before == null ? this : with(change.apply(before));
    }

    /** All peers, by id. */
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
