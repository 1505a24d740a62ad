package ringside.app.control;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import ringside.app.actions.PeerAction;
import ringside.app.ring.RingGestures;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.model.TransferState;
import ringside.status.Command;
import ringside.status.PeerCommand;
import ringside.status.PeerCommand.Droppable;

/** What the user does at a peer, from button, key, menu or pointer, done in one way. */
public final class PeerController implements RingGestures {

    private final CommandDispatcher dispatcher;
    private final Supplier<RingState> ring;
    private final PeerDialogs dialogs;
    private final Set<PeerId> coming = new HashSet<>();

    /**
     * Does nothing yet.
     *
     * @param ring the ring as it is
     * @param dialogs asks, and tells what failed
     */
    public PeerController(CommandDispatcher dispatcher, Supplier<RingState> ring, PeerDialogs dialogs) {
        this.dispatcher = dispatcher;
        this.ring = ring;
        this.dialogs = dialogs;
    }

    /** Does something with a peer; a failure is told at the peer. */
    public void act(PeerAction action, PeerId id) {
        ring.get()
                .peer(id)
                .flatMap(action::disabledReason)
                .ifPresentOrElse(
                        why -> dialogs.tell(id, why),
                        () -> run(action.command(id), id));
    }

    /** Adds a peer in the middle of the widest gap. */
    public void addAnywhere() {
        coming.removeIf(id -> ring.get().peer(id).filter(p -> p.phase().isAlive()).isPresent());
        addWanted(FreeId.inWidestGap(ring.get(), coming));
    }

    /** Adds several peers, the first of which begins the ring. */
    public void add(List<Integer> ids) {
        List<PeerId> peers = ids.stream().map(PeerId::new).toList();
        run(new Command.Add(peers), peers.getFirst());
    }

    /** Pauses a running peer, resumes a paused one. */
    public void pauseOrResume(PeerId id) {
        boolean paused =
                ring.get().peer(id).map(peer -> peer.process().paused()).orElse(false);
        act(paused ? PeerAction.RESUME : PeerAction.PAUSE, id);
    }

    @Override
    public boolean canAdd() {
        return true;
    }

    @Override
    public void addWanted(PeerId id) {
        coming.add(id);
        dispatcher.carryOut(
                new Command.Add(List.of(id)),
                () -> {},
                why -> {
                    coming.remove(id);
                    dialogs.tell(id, why);
                });
    }

    @Override
    public void menuWanted(PeerId id, Node anchor, double screenX, double screenY) {
        dialogs.showMenu(id, anchor, screenX, screenY, this);
    }

    @Override
    public void fileDropped(PeerId id, Path file) {
        dialogs.askNumber(id, file, command -> run(command, id));
    }

    /** Asks which file, then requests it. */
    public void request(PeerId id) {
        dialogs.askRequest(id, command -> run(command, id));
    }

    /** Asks which file of this machine and under which number, then stores it. */
    public void store(PeerId id) {
        dialogs.chooseFile().ifPresent(file -> fileDropped(id, file));
    }

    /** Has the next segment or acknowledgement of a transfer thrown away, by whoever sends it. */
    public void dropNext(TransferState transfer, Droppable what) {
        PeerId thrower =
                switch (what) {
                    case SEGMENT -> transfer.sender();
                    case ACKNOWLEDGEMENT -> transfer.receiver();
                };
        run(new Command.Tell(List.of(thrower), new PeerCommand.DropNext(what)), thrower);
    }

    /** Stops the traffic between two peers, or lets it flow again. */
    void carryOut(Command command, PeerId at) {
        run(command, at);
    }

    private void run(Command command, PeerId at) {
        Consumer<String> failed = sentence -> dialogs.tell(at, sentence);
        dispatcher.carryOut(command, () -> {}, failed);
    }
}
