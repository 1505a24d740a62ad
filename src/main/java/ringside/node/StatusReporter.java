package ringside.node;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.channel.StatusClient;
import ringside.peer.Input;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.StatusEntry;
import ringside.text.Messages;

/** The peer's end of the status channel to a supervisor, if there is one (SPEC 9). */
final class StatusReporter implements Consumer<StatusEntry>, AutoCloseable {

    /** The environment variable with the token that the supervisor expects first (SPEC 1.2). */
    private static final String TOKEN_VARIABLE = "RINGSIDE_STATUS_TOKEN";

    /**
     * Time within which a lost channel counts as refused: a window that refuses hangs up at once,
     * and one rarely closes this early.
     */
    private static final long REFUSAL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final PeerArguments arguments;
    private final Consumer<String> say;
    private final long beganNanos = System.nanoTime();
    private @Nullable StatusClient client;
    private volatile boolean lost;

    /** Is not connected yet; {@code say} prints on the peer's terminal, from any thread. */
    StatusReporter(PeerArguments arguments, Consumer<String> say) {
        this.arguments = arguments;
        this.say = say;
    }

    /**
     * Connects to the supervisor, if the command line names one. Commands and the end of the
     * channel go to the loop: a supervised peer whose supervisor is gone leaves the ring (SPEC
     * 9.2).
     *
     * @throws IOException when nobody listens there, with what to do
     */
    void connect(PeerLoop loop) throws IOException {
        InetSocketAddress status = arguments.status();
        if (status == null) {
            return;
        }
        try {
            connect(loop, status);
        } catch (ConnectException e) {
            throw new IOException(Messages.NODE.format("window.none", words(status)), e);
        }
    }

    private void connect(PeerLoop loop, InetSocketAddress status) throws IOException {
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
                        loop::postCommand,
                        () -> onLost(loop, status));
    }

    private void onLost(PeerLoop loop, InetSocketAddress status) {
        lost = true;
        say.accept(
                System.nanoTime() - beganNanos < REFUSAL_NANOS
                        ? Messages.NODE.format(
                                "window.refused", words(status), TOKEN_VARIABLE, arguments.self())
                        : Messages.NODE.format("window.closed", words(status)));
        loop.postInput(new Input.Abandoned());
    }

    private static String words(InetSocketAddress status) {
        return status.getHostString() + ":" + status.getPort();
    }

    /** Returns whether the channel broke while the peer was running. */
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
