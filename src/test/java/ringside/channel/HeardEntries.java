package ringside.channel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import ringside.status.StatusEntry;

/** A listener that keeps what peers report, introductions included. Thread-safe. */
public record HeardEntries(BlockingQueue<StatusEntry> entries) implements ConnectionListener {

    /** Has heard nothing yet. */
    public HeardEntries() {
        this(new LinkedBlockingQueue<>());
    }

    @Override
    public void connected(PeerConnection connection, StatusEntry hello) {
        entries.add(hello);
    }

    @Override
    public void reported(PeerConnection connection, StatusEntry entry) {
        entries.add(entry);
    }

    @Override
    public void unreadable(PeerConnection connection, String reason) {}

    @Override
    public void disconnected(PeerConnection connection) {}
}
