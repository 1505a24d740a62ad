package ringside.hosts;

import java.util.List;
import ringside.channel.ConnectionListener;
import ringside.channel.PeerConnection;
import ringside.hosts.AgentCommand.Located;
import ringside.status.ChannelCommand;
import ringside.status.StatusEntry;

/**
 * Tells a peer, as soon as it listens to its channel, which addresses are news since it was started
 * (SPEC 13.4), and passes on what the peer reports.
 *
 * @param given the addresses with which it was started
 */
record Newcomer(List<Located> given, Directory directory, ConnectionListener listener)
        implements ConnectionListener {

    @Override
    public void connected(PeerConnection connection, StatusEntry hello) {
        for (Located each : directory.newsSince(given)) {
            connection.send(new ChannelCommand.Locate(each.address(), each.peers()));
        }
        listener.connected(connection, hello);
    }

    @Override
    public void reported(PeerConnection connection, StatusEntry entry) {
        listener.reported(connection, entry);
    }

    @Override
    public void unreadable(PeerConnection connection, String reason) {
        listener.unreadable(connection, reason);
    }

    @Override
    public void disconnected(PeerConnection connection) {
        listener.disconnected(connection);
    }
}
