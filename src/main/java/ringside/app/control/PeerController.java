package ringside.app.control;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import ringside.app.command.PeerAction;
import ringside.model.RingState;
import ringside.model.TransferState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PeerCommand.Droppable;

/**
 * Carries out the user's actions on a peer, by button, key, menu or pointer. A failure is shown at
 * the peer. JavaFX thread only.
 */
public final class PeerController {

    private final CommandDispatcher dispatcher;
    private final Supplier<RingState> ring;
    private final PeerPopovers popovers;
    private final Set<PeerId> coming = new HashSet<>();

    /**
     * Creates a controller that sends its commands through a dispatcher.
     *
     * @param ring supplies the current ring
     * @param popovers asks the user, and shows failures
     */
    public PeerController(
            CommandDispatcher dispatcher, Supplier<RingState> ring, PeerPopovers popovers) {
        this.dispatcher = dispatcher;
        this.ring = ring;
        this.popovers = popovers;
    }

    public void act(PeerAction action, PeerId id) {
        carryOut(action.command(id), id);
    }

    /** Adds a peer in the middle of the widest gap. */
    public void addAnywhere() {
        coming.removeIf(id -> ring.get().peer(id).filter(p -> p.phase().isAlive()).isPresent());
        add(FreeId.inWidestGap(ring.get(), coming));
    }

    public void add(PeerId id) {
        coming.add(id);
        dispatcher.carryOut(
                new Command.Add(List.of(id)),
                why -> {
                    coming.remove(id);
                    popovers.tell(id, why);
                });
    }

    /** Adds several peers; the first one begins the ring. */
    public void add(List<Integer> ids) {
        List<PeerId> peers = ids.stream().map(PeerId::new).toList();
        carryOut(new Command.Add(peers), peers.getFirst());
    }

    public void pauseOrResume(PeerId id) {
        boolean paused = ring.get().peer(id).map(peer -> peer.process().paused()).orElse(false);
        act(paused ? PeerAction.RESUME : PeerAction.PAUSE, id);
    }

    /** Asks the user for a file number, then requests that file from the peer. */
    public void request(PeerId id) {
        ifItCanBeTold(id, () -> popovers.askRequest(id, command -> carryOut(command, id)));
    }

    /** Asks the user for a local file and its number, then stores it at the peer. */
    public void store(PeerId id) {
        ifItCanBeTold(id, () -> popovers.chooseFile(id).ifPresent(file -> store(id, file)));
    }

    /** Asks the user for a file's number, then stores the file at the peer. */
    public void store(PeerId id, Path file) {
        ifItCanBeTold(id, () -> popovers.askNumber(id, file, command -> carryOut(command, id)));
    }

    /** Asks the user only for what can be done with the answer. */
    private void ifItCanBeTold(PeerId id, Runnable question) {
        dispatcher.cannotTellReason(id).ifPresentOrElse(why -> popovers.tell(id, why), question);
    }

    /** Drops the next segment or acknowledgement of a transfer, at the peer that sends it. */
    public void dropNext(TransferState transfer, Droppable what) {
        PeerId thrower =
                switch (what) {
                    case SEGMENT -> transfer.sender();
                    case ACKNOWLEDGEMENT -> transfer.receiver();
                };
        carryOut(new Command.Tell(List.of(thrower), new PeerCommand.DropNext(what)), thrower);
    }

    /** Carries out any command; a failure is shown at {@code anchor}. */
    public void carryOut(Command command, PeerId anchor) {
        dispatcher.carryOut(command, why -> popovers.tell(anchor, why));
    }
}
