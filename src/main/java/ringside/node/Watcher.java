package ringside.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.channel.StatusClient;
import ringside.peer.Input;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.StatusEntry;

/** Whoever watches this peer: a supervisor over the status channel, or nobody (SPEC 9). */
final class Watcher implements Consumer<StatusEntry>, AutoCloseable {

    /** The environment variable with the word that the supervisor expects first (SPEC 1.2). */
    private static final String TOKEN_VARIABLE = "RINGSIDE_STATUS_TOKEN";

    private final PeerArguments arguments;
    private @Nullable StatusClient client;
    private volatile boolean lost;

    Watcher(PeerArguments arguments) {
        this.arguments = arguments;
    }

    /**
     * Connects, where the command line says so. Commands and the end of the channel go to the loop:
     * a supervised peer that nobody watches any longer leaves the ring (SPEC 9.2).
     *
     * @throws IOException when nobody listens there
     */
    void connect(PeerLoop loop) throws IOException {
        InetSocketAddress status = arguments.status();
        if (status == null) {
            return;
        }
        PeerId self = arguments.self();
        String token = System.getenv(TOKEN_VARIABLE);
        client =
                StatusClient.connect(
                        status,
                        token == null ? "" : token,
                        self,
                        new LifeEvent.Hello(
                                LifeEvent.Hello.VERSION,
                                ProcessHandle.current().pid(),
                                arguments.basePort() + self.value(),
                                arguments.settings()),
                        command -> loop.postInput(new Input.Commanded(command)),
                        () -> onLost(loop));
    }

    private void onLost(PeerLoop loop) {
        lost = true;
        loop.postInput(new Input.Abandoned());
    }

    /** Whether the channel broke while the peer lived. */
    boolean isLost() {
        return lost;
    }

    @Override
    public void accept(StatusEntry entry) {
        if (client != null) {
            client.report(entry);
        }
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
