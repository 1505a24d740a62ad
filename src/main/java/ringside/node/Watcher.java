package ringside.node;

import java.io.IOException;
import java.util.function.Consumer;
import ringside.status.PeerCommand;
import ringside.status.StatusEntry;

/** Whoever watches this peer: a window over the status channel, or nobody (SPEC 9). */
final class Watcher implements Consumer<StatusEntry>, AutoCloseable {

    static Watcher connect(PeerArguments arguments, Clock clock) throws IOException {
        return new Watcher();
    }

    void start(Consumer<PeerCommand> commands) {}

    boolean isLost() {
        return false;
    }

    void crashed(RuntimeException broken) {}

    @Override
    public void accept(StatusEntry entry) {}

    @Override
    public void close() {}
}
