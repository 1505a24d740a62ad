package ringside.peer;

import java.util.List;
import java.util.TreeSet;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;

/**
 * Decides when a newcomer may answer for its range: once it has the files that its successor held
 * for it (SPEC 8.3). Until then its own files may be outdated, and its successor answers.
 */
final class InitialSync {

    /**
     * Longest time to wait for the successor's files; a successor that has not shown them by then
     * has none, or has a problem.
     */
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

    /** Ends the wait, or skips it for a peer that was there from the beginning. */
    void settle() {
        isSettled = true;
        awaited.clear();
    }

    /** Starts the wait, now that this peer is a member. */
    void begin() {
        if (!isSettled) {
            context.callLaterMs(new Timer.InitialSyncOverdue(), PATIENCE_MS);
        }
    }

    void onInventory(Message.Inventory inventory, List<FileNumber> lacking) {
        if (isSettled || !isFirstSuccessor(inventory.from())) {
            return;
        }
        awaited.addAll(lacking);
        sawLast |= inventory.last();
        endWhenComplete();
    }

    /** Records that an awaited file has arrived, or will not. */
    void onOver(FileNumber number) {
        awaited.remove(number);
        endWhenComplete();
    }

    private boolean isFirstSuccessor(PeerId peer) {
        return peer.equals(neighbourhood.firstSuccessor());
    }

    private void endWhenComplete() {
        if (sawLast && awaited.isEmpty()) {
            settle();
        }
    }
}
