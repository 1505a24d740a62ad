package ringside.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerEvent;
import ringside.status.StatusEntry;

/**
 * The supervisor's end of the status channel: listens on a loopback port, and accepts nothing from
 * a connection that has not shown the token (SPEC 9.1, 10.3). Each connection has one virtual
 * thread that reads and one that writes, so that hundreds of strangers cost little. Neither may
 * wait for a time (decision 28): one clock hangs up on all who are late.
 */
public final class StatusServer implements AutoCloseable {

    /** Maximum number of peers: one for each id, and as many that are just being replaced. */
    static final int MAX_PEERS = 512;

    /**
     * Maximum number of connections that have not shown the token yet: a whole ring may start at
     * once.
     */
    static final int MAX_STRANGERS = 512;

    /** Pause before accepting again after the system could not provide a connection, in ms. */
    private static final long ACCEPT_PAUSE_MS = 100;

    /** Longest token in bytes, so that an unauthenticated client cannot fill the memory. */
    static final int MAX_TOKEN_BYTES = 256;

    /** Time for a connection to show the token and say hello. */
    static final Duration ADMISSION_TIME = Duration.ofSeconds(10);

    /** Maximum number of connections waiting to be accepted: a whole ring may start at once. */
    private static final int BACKLOG = 512;

    private final ServerSocket socket;
    private final byte[] token;
    private final ConnectionListener listener;
    private final Semaphore free = new Semaphore(MAX_PEERS);
    private final UnauthenticatedConnections strangers =
            new UnauthenticatedConnections(MAX_STRANGERS);
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("status admission").factory());

    private StatusServer(ServerSocket socket, String token, ConnectionListener listener) {
        this.socket = socket;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.listener = listener;
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(ADMISSION_TIME.toMillis(), TimeUnit.MILLISECONDS);
        clock.allowCoreThreadTimeOut(true);
    }

    /**
     * Starts to listen on a free port of the loopback interface.
     *
     * @param token the token that a peer must send first, 1 to {@value #MAX_TOKEN_BYTES} bytes
     * @throws IOException when no port is free
     */
    public static StatusServer open(String token, ConnectionListener listener) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), BACKLOG);
        StatusServer server = new StatusServer(socket, token, listener);
        Thread.ofPlatform().daemon().name("status server").start(server::acceptAll);
        return server;
    }

    /** Returns the address for peers to connect to. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /**
     * Stops listening; open connections stay.
     *
     * @throws IOException when the system reports an error; it does not listen any more then,
     *     either
     */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Returns the number of connections closed because they did not show the token in time. */
    long turnedAway() {
        return strangers.turnedAway();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                strangers.add(connection);
                Thread.ofVirtual().name("status reader").start(() -> serve(connection));
            } catch (IOException e) {
                pause();
            }
        }
    }

    /**
     * Waits after a failure: a broken connection, too many open files, or the end, which the loop
     * sees.
     */
    private static void pause() {
        try {
            Thread.sleep(ACCEPT_PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            BoundedLines lines = new BoundedLines(connection.getInputStream());
            StatusEntry hello = admit(connection, lines);
            if (hello != null
                    && hello.event() instanceof LifeEvent.Hello introduction
                    && hello.peer().circle() == Circle.OF_PROCESSES
                    && strangers.admit(connection)) {
                serve(new StatusConnection(connection, hello.peer(), introduction), hello, lines);
            }
        } catch (IOException | MalformedLineException e) {
            // A client that breaks the protocol is hung up on; readFrom has reported the end of a
            // peer.
        } finally {
            strangers.turnAway(connection);
        }
    }

    private void serve(StatusConnection connection, StatusEntry hello, BoundedLines lines)
            throws IOException, MalformedLineException {
        if (free.tryAcquire()) {
            try {
                readFrom(connection, hello, lines);
            } finally {
                free.release();
            }
        }
    }

    /** Returns the first entry of a client with the token and the right version, otherwise null. */
    private @Nullable StatusEntry admit(Socket connection, BoundedLines lines)
            throws IOException, MalformedLineException {
        Future<?> hangUp =
                clock.schedule(
                        () -> strangers.turnAway(connection),
                        ADMISSION_TIME.toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            String shown = lines.next(MAX_TOKEN_BYTES);
            if (shown == null
                    || !MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8))) {
                return null;
            }
            String line = lines.next(StatusLines.MAX_LINE_BYTES);
            StatusEntry first = line == null ? null : StatusLines.readEntry(line);
            return first != null
                            && first.event() instanceof LifeEvent.Hello hello
                            && hello.version() == LifeEvent.Hello.VERSION
                    ? first
                    : null;
        } finally {
            hangUp.cancel(false);
        }
    }

    private void readFrom(StatusConnection connection, StatusEntry hello, BoundedLines lines)
            throws IOException, MalformedLineException {
        Thread.ofVirtual().name("status writer").start(connection::writeAll);
        listener.connected(connection, hello);
        try {
            String line = lines.next(StatusLines.MAX_LINE_BYTES);
            while (line != null) {
                listener.reported(connection, readEntryOf(connection.peer(), line));
                line = lines.next(StatusLines.MAX_LINE_BYTES);
            }
        } catch (MalformedLineException e) {
            listener.unreadable(connection, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            connection.close();
            listener.disconnected(connection);
        }
    }

    private static StatusEntry readEntryOf(PeerId peer, String line) throws MalformedLineException {
        StatusEntry entry = StatusLines.readEntry(line);
        if (!entry.peer().equals(peer) || !(entry.event() instanceof PeerEvent)) {
            throw new MalformedLineException("a peer may only speak for itself");
        }
        return entry;
    }
}
