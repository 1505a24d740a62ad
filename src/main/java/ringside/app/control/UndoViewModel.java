package ringside.app.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.base.Texts;
import ringside.model.PeerPhase;
import ringside.model.PeerState;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.Command;
import ringside.status.PeerCommand;

/**
 * Offers for some seconds to start again what the user has killed or let quit (WINDOW 7.6): the
 * last command first, then the one before. It has no clock; {@link #onFrame} passes the time.
 * JavaFX thread only.
 */
public final class UndoViewModel {

    /** Time to see what a wrong key did, and to reach for the mouse. */
    static final double SECONDS = 10;

    private final Supplier<RingState> ring;
    private final BiConsumer<Command, PeerId> carryOut;

    /** The newest first. */
    private final Deque<UndoStep> steps = new ArrayDeque<>();

    /** Peers that start again and get their settings and cut links back when they are members. */
    private final List<PeerState> returning = new ArrayList<>();

    private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");
    private double secondsLeft;

    /**
     * Creates a model that offers nothing.
     *
     * @param ring supplies the current ring
     * @param carryOut carries out a command of the user, and shows a failure at the peer
     */
    public UndoViewModel(Supplier<RingState> ring, BiConsumer<Command, PeerId> carryOut) {
        this.ring = ring;
        this.carryOut = carryOut;
    }

    /** Remembers what a command of the user is about to end. */
    public void before(Command command) {
        UndoStep.of(command, ring.get()).ifPresent(steps::addFirst);
    }

    /** Advances the time by that of one frame, in seconds, and follows the ring. */
    public void onFrame(double seconds) {
        RingState now = ring.get();
        returning.removeIf(peer -> hasReturned(peer, now));
        steps.removeIf(step -> step.isOver(now));
        secondsLeft -= seconds;
        if (secondsLeft <= 0 && !offer.get().isEmpty()) {
            steps.removeIf(step -> !step.ended(now).isEmpty());
        }
        String words = offered(now).map(step -> words(step, now)).orElse("");
        if (!words.equals(offer.get())) {
            secondsLeft = SECONDS;
            offer.set(words);
        }
    }

    private Optional<UndoStep> offered(RingState now) {
        return steps.stream().filter(step -> !step.ended(now).isEmpty()).findFirst();
    }

    private static String words(UndoStep step, RingState now) {
        List<PeerId> ended = step.ended(now);
        String ids = ended.stream().map(PeerId::toString).collect(Collectors.joining(", "));
        if (step.end() == PeerPhase.KILLED) {
            return Texts.text("undo.killed", ids);
        }
        return Texts.text(ended.size() == 1 ? "undo.left" : "undo.left.several", ids);
    }

    /**
     * Starts again what is offered.
     *
     * @return whether there was something to undo
     */
    public boolean undo() {
        RingState now = ring.get();
        Optional<UndoStep> last = offered(now);
        last.ifPresent(step -> {
            steps.remove(step);
            List<PeerId> ended = step.ended(now);
            ended.forEach(
                    id -> Optional.ofNullable(step.before().get(id)).ifPresent(returning::add));
            carryOut.accept(new Command.Restart(ended), ended.getFirst());
        });
        return last.isPresent();
    }

    /**
     * Gives a peer that is a member again the settings and the cut links that it had, as a new
     * process has the settings of all peers and sends to everybody.
     *
     * @return whether nothing more is to be done for it
     */
    private boolean hasReturned(PeerState before, RingState now) {
        Optional<PeerState> fresh =
                now.peer(before.id()).filter(peer -> !before.isSameLifeAs(peer));
        fresh.filter(peer -> peer.phase() == PeerPhase.RUNNING)
                .ifPresent(peer ->
                        lost(before, peer)
                                .forEach(what ->
                                        carryOut.accept(
                                                new Command.Tell(List.of(peer.id()), what),
                                                peer.id())));
        return fresh.filter(UndoViewModel::isSettled).isPresent();
    }

    private static Stream<PeerCommand> lost(PeerState before, PeerState fresh) {
        return Stream.concat(
                before.settings().commandsFrom(fresh.settings()).stream(),
                before.cutLinks().stream()
                        .filter(other -> !fresh.cutLinks().contains(other))
                        .map(PeerCommand.CutLink::new));
    }

    private static boolean isSettled(PeerState peer) {
        return peer.phase() == PeerPhase.RUNNING || !peer.phase().isAlive();
    }

    /** What has ended and can be undone, one sentence; empty when there is nothing. */
    public ReadOnlyStringProperty offerProperty() {
        return offer.getReadOnlyProperty();
    }
}
