package ringside.simulation;

import java.util.concurrent.CompletableFuture;
import ringside.ring.PeerId;

/** What a {@link SimulatedRing} knows of one life of a peer. For the thread of its simulation. */
final class SimulatedLife {

    private final PeerId id;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean member;
    private boolean killed;
    private boolean leaving;

    SimulatedLife(PeerId id) {
        this.id = id;
    }

    PeerId id() {
        return id;
    }

    /** Completes when the peer is a member of the ring, or at its end. */
    CompletableFuture<Void> running() {
        return running;
    }

    /** Completes when the peer's end has been reported. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    boolean isOver() {
        return ended.isDone();
    }

    boolean wasKilled() {
        return killed;
    }

    void setKilled() {
        killed = true;
    }

    void setMember() {
        member = true;
    }

    void setLeaving() {
        leaving = true;
    }

    /** Returns whether nothing but a pause keeps the peer from introducing a newcomer. */
    boolean canIntroduce() {
        return member && !ended.isDone() && !killed && !leaving;
    }

    void end() {
        ended.complete(null);
        running.complete(null);
    }
}
