package ringside.channel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerCommand;

/**
 * The supervisor's connection to one peer that has shown the token. May be used from any thread.
 */
public final class StatusConnection {

    /** Maximum number of commands waiting for a peer that does not read: no user types more. */
    private static final int MAX_COMMANDS_WAITING = 256;

    private final Socket socket;
    private final PeerId peer;
    private final LifeEvent.Hello hello;
    private final BlockingQueue<Optional<PeerCommand>> waiting =
            new LinkedBlockingQueue<>(MAX_COMMANDS_WAITING);

    StatusConnection(Socket socket, PeerId peer, LifeEvent.Hello hello) {
        this.socket = socket;
        this.peer = peer;
        this.hello = hello;
    }

    /** Returns the peer at the other end, as it calls itself. */
    public PeerId peer() {
        return peer;
    }

    /** Returns the peer's introduction. */
    public LifeEvent.Hello hello() {
        return hello;
    }

    /**
     * Queues a command without blocking.
     *
     * @return false when too many are already waiting, because the peer does not read
     */
    public boolean send(PeerCommand command) {
        return waiting.offer(Optional.of(command));
    }

    /** Hangs up; a living peer then leaves the ring (SPEC 9.2). */
    public void close() {
        waiting.clear();
        waiting.offer(Optional.empty());
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    /** Writes commands until the connection is closed. */
    void writeAll() {
        try (BufferedWriter out =
                new BufferedWriter(
                        new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8))) {
            Optional<PeerCommand> next = waiting.take();
            while (next.isPresent()) {
                out.write(StatusLines.write(next.get()));
                out.write('\n');
                out.flush();
                next = waiting.take();
            }
        } catch (IOException e) {
            // The reading side sees the same end and reports it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
