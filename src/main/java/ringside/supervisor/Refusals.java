package ringside.supervisor;

import java.util.Collection;
import java.util.stream.Collectors;
import ringside.ring.PeerId;
import ringside.status.CommandText;
import ringside.status.PeerCommand;
import ringside.text.Messages;

/** Why nothing can be done to a peer. Stateless; any thread may call. */
public final class Refusals {

    /** Maximum number of peers named in one sentence; more would not help a reader. */
    private static final int MOST_NAMED = 8;

    private Refusals() {}

    /** Only the given peers are on the ring. */
    public static ActionFailedException absent(PeerId id, Collection<PeerId> living) {
        return refused(
                living.isEmpty()
                        ? Messages.SUPERVISOR.format("peer.absent.nobody", id)
                        : Messages.SUPERVISOR.format("peer.absent", id, names(living)));
    }

    /** A peer with this id runs already. */
    public static ActionFailedException running(PeerId id) {
        return refused(Messages.SUPERVISOR.format("peer.running", id));
    }

    /** The peer is paused already. */
    public static ActionFailedException paused(PeerId id) {
        return refused(Messages.SUPERVISOR.format("peer.paused", id));
    }

    /** The peer is not paused. */
    public static ActionFailedException notPaused(PeerId id) {
        return refused(Messages.SUPERVISOR.format("peer.notPaused", id));
    }

    /** The peer is paused, and cannot carry out a command. */
    public static ActionFailedException pausedAndTold(PeerId id, PeerCommand what) {
        return refused(Messages.SUPERVISOR.format("peer.pausedAndTold", id, CommandText.of(what)));
    }

    /** The peer takes too long to leave before it starts again. */
    public static ActionFailedException doesNotLeave(PeerId id) {
        return refused(Messages.SUPERVISOR.format("peer.doesNotLeave", id));
    }

    /** No living peer can introduce the newcomer. */
    public static ActionFailedException nobodyIntroduces(PeerId newcomer) {
        return refused(Messages.SUPERVISOR.format("join.nobody", newcomer));
    }

    /** No host of the ring has that name. */
    public static ActionFailedException noHost(String host) {
        return refused(Messages.SUPERVISOR.format("host.none", host));
    }

    /** The ring is being ended. */
    public static ActionFailedException ending() {
        return refused(Messages.SUPERVISOR.format("join.ending"));
    }

    private static ActionFailedException refused(String sentence) {
        return new ActionFailedException(sentence);
    }

    private static String names(Collection<PeerId> some) {
        String first =
                some.stream()
                        .limit(MOST_NAMED)
                        .map(PeerId::toString)
                        .collect(Collectors.joining(", "));
        int more = some.size() - MOST_NAMED;
        return more > 0 ? Messages.SUPERVISOR.format("peers.andMore", first, more) : first;
    }
}
