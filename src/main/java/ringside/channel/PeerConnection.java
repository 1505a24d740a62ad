package ringside.channel;

import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.LifeEvent;

/** The supervisor's connection to one peer. May be used from any thread; nothing blocks. */
public interface PeerConnection {

    /** Returns the peer at the other end, as it calls itself. */
    PeerId peer();

    /** Returns the peer's introduction. */
    LifeEvent.Hello hello();

    /**
     * Queues a command.
     *
     * @return false when too many are already waiting, because the peer does not take them
     */
    boolean send(ChannelCommand command);

    /** Hangs up; a living peer of this program then leaves the ring (SPEC 9.2). */
    void close();
}
