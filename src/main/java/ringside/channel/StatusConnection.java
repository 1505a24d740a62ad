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
import ringside.status.ChannelCommand;
import ringside.status.LifeEvent;

/** The supervisor's connection to one peer that has shown the token. */
final class StatusConnection implements PeerConnection {

    /** Maximum number of commands waiting for a peer that does not read: no user types more. */
    private static final int MAX_COMMANDS_WAITING = 256;

    private final Socket socket;
    private final PeerId peer;
    private final LifeEvent.Hello hello;
    private final BlockingQueue<Optional<ChannelCommand>> waiting =
            new LinkedBlockingQueue<>(MAX_COMMANDS_WAITING);

    StatusConnection(Socket socket, PeerId peer, LifeEvent.Hello hello) {
        this.socket = socket;
        this.peer = peer;
        this.hello = hello;
    }

    @Override
    public PeerId peer() {
        return peer;
    }

    @Override
    public LifeEvent.Hello hello() {
        return hello;
    }

    @Override
    public boolean send(ChannelCommand command) {
        return waiting.offer(Optional.of(command));
    }

    @Override
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
            Optional<ChannelCommand> next = waiting.take();
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
