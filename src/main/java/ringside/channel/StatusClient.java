package ringside.channel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.LifeEvent;
import ringside.status.PeerEvent;
import ringside.status.StatusEntry;

/**
 * A peer's end of the status channel (SPEC 9). Has two daemon threads: one writes events, one reads
 * commands. Any thread may report.
 */
public final class StatusClient implements AutoCloseable {

    /** Time limit for connecting: the supervisor is on the same machine. */
    private static final int CONNECT_TIMEOUT_MS = 5_000;

    /** Time that {@link #close} waits for the last events to be written. */
    private static final long CLOSE_TIMEOUT_MS = 1_000;

    /** Stack size of each thread in bytes: neither nests deeply, and a peer should stay small. */
    private static final long STACK_BYTES = 256 << 10;

    private final Socket socket;
    private final PeerId self;
    private final Consumer<ChannelCommand> onCommand;
    private final Runnable onClosed;
    private final ReportQueue queue = new ReportQueue();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread writer;

    private StatusClient(
            Socket socket, PeerId self, Consumer<ChannelCommand> onCommand, Runnable onClosed) {
        this.socket = socket;
        this.self = self;
        this.onCommand = onCommand;
        this.onClosed = onClosed;
        this.writer = daemon(this::writeAll, "status writer");
    }

    /**
     * Connects and introduces the peer.
     *
     * @param server address of the supervisor
     * @param token the token that the supervisor expects first
     * @param self the peer that reports
     * @param hello the first event
     * @param onCommand called for each command on the reading thread; must not block for long
     * @param onClosed called at most once, on a thread of the client, when the channel breaks or
     *     the other side closes it; not after {@link #close}
     * @throws IOException when nobody listens there
     */
    public static StatusClient connect(
            InetSocketAddress server,
            String token,
            PeerId self,
            LifeEvent.Hello hello,
            Consumer<ChannelCommand> onCommand,
            Runnable onClosed)
            throws IOException {
        Socket socket = new Socket();
        try {
            // Peers bind to ports of the ephemeral range: an outgoing port must not block theirs.
            socket.setReuseAddress(true);
            socket.setTcpNoDelay(true);
            socket.connect(server, CONNECT_TIMEOUT_MS);
            socket.getOutputStream().write((token + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        StatusClient client = new StatusClient(socket, self, onCommand, onClosed);
        client.report(client.entryNow(hello));
        client.writer.start();
        daemon(client::readAll, "status reader").start();
        return client;
    }

    /** Queues an event, or drops it if too many are waiting; never blocks (SPEC 9.2). */
    public void report(StatusEntry entry) {
        queue.offer(entry);
    }

    /** Writes the waiting events, for at most a second, then hangs up. */
    @Override
    public void close() {
        over.set(true);
        queue.close();
        try {
            writer.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private void writeAll() {
        try (BufferedWriter out =
                new BufferedWriter(
                        new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8))) {
            for (List<StatusEntry> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                write(out, batch);
            }
        } catch (IOException e) {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(BufferedWriter out, List<StatusEntry> batch) throws IOException {
        for (StatusEntry entry : batch) {
            out.write(StatusLines.write(entry));
            out.write('\n');
        }
        long leftOut = queue.takeLeftOut();
        if (leftOut > 0) {
            out.write(StatusLines.write(entryNow(new LifeEvent.EventsLeftOut(leftOut))));
            out.write('\n');
        }
        out.flush();
    }

    private void readAll() {
        try {
            BoundedLines lines = new BoundedLines(socket.getInputStream());
            String line = lines.next(StatusLines.MAX_LINE_BYTES);
            while (line != null) {
                onCommand.accept(StatusLines.readCommand(line));
                line = lines.next(StatusLines.MAX_LINE_BYTES);
            }
        } catch (IOException | MalformedLineException e) {
            // A supervisor with another protocol is as good as none: end below.
        } finally {
            end();
        }
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            queue.close();
            disconnect();
            onClosed.run();
        }
    }

    private void disconnect() {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is of no more use either way.
        }
    }

    private StatusEntry entryNow(PeerEvent event) {
        long atMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return new StatusEntry(atMicros, self, event);
    }

    private static Thread daemon(Runnable work, String name) {
        return Thread.ofPlatform().daemon().name(name).stackSize(STACK_BYTES).unstarted(work);
    }
}
