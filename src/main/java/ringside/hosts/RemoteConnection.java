package ringside.hosts;

import java.nio.file.Path;
import ringside.channel.PeerConnection;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;

/** The status channel of a peer on another host, which its agent passes on. Thread-safe. */
record RemoteConnection(PeerId peer, LifeEvent.Hello hello, HostLink link)
        implements PeerConnection {

    /**
     * Sends a command; a file of this machine that it names travels before it. One that cannot be
     * read is refused by the agent, which lets no peer store files of its own host.
     */
    @Override
    public boolean send(ChannelCommand command) {
        return command instanceof PeerCommand.Store store
                ? link.store(peer, Path.of(store.path()), store.number())
                : link.offer(new AgentCommand.Tell(peer, command));
    }

    /** The peer of a channel that is closed leaves. */
    @Override
    public void close() {
        link.offer(new AgentCommand.Tell(peer, new PeerCommand.Quit()));
    }
}
