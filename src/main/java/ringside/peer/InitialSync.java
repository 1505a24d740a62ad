package ringside.peer;

import java.util.List;
import java.util.TreeSet;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * Whether a newcomer may answer for its range: once it has what its successor held for it (SPEC
 * 8.3). Until then the files in its folder may be older than the ring's, and its successor answers.
 */
final class InitialSync {

    /** A successor that has not shown its files by then has none, or other troubles. */
    private static final long PATIENCE_MS = 30_000;

    private final PeerContext context;
    private final Neighbourhood neighbourhood;
    private final TreeSet<FileNumber> awaited = new TreeSet<>();
    private boolean isSettled;
    private boolean sawLast;

    InitialSync(PeerContext context, Neighbourhood neighbourhood) {
        this.context = context;
        this.neighbourhood = neighbourhood;
    }

    boolean isSettled() {
        return isSettled;
    }

    /** A peer that was there from the beginning, or that waits no longer. */
    void settle() {
        isSettled = true;
        awaited.clear();
    }

    /** This peer is a member from now on, and may have to wait for its files. */
    void begin() {
        if (!isSettled) {
            context.callLaterMs(new Timer.SettlingOverdue(), PATIENCE_MS);
        }
    }

    void onInventory(Message.Inventory inventory, List<FileNumber> lacking) {
        if (isSettled || !isFirstSuccessor(inventory.from())) {
            return;
        }
        awaited.addAll(lacking);
        sawLast |= inventory.last();
        settleWhenComplete();
    }

    /** A file has come, or will not. */
    void onOver(FileNumber number) {
        awaited.remove(number);
        settleWhenComplete();
    }

    private boolean isFirstSuccessor(PeerId peer) {
        return peer.equals(neighbourhood.firstSuccessor());
    }

    private void settleWhenComplete() {
        if (sawLast && awaited.isEmpty()) {
            settle();
        }
    }
}
