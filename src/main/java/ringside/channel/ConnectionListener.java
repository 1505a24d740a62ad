package ringside.channel;

import ringside.status.StatusEntry;

/** Receives what peers report. Called for each connection on a thread of its own. */
public interface ConnectionListener {

    /** Called when a peer has introduced itself. {@code hello} holds the introduction. */
    void connected(PeerConnection connection, StatusEntry hello);

    /** Called for each event. May block: then that peer's queue fills, and nothing else waits. */
    void reported(PeerConnection connection, StatusEntry entry);

    /**
     * Called when the connection is closed because a line of it could not be read; {@link
     * #disconnected} follows.
     *
     * @param reason what is wrong with the line
     */
    void unreadable(PeerConnection connection, String reason);

    /**
     * Called when the connection is over, for whatever reason; nothing comes from it afterwards.
     */
    void disconnected(PeerConnection connection);
}
