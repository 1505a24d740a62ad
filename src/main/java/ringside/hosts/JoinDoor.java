package ringside.hosts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import ringside.channel.BoundedLines;
import ringside.channel.MalformedLineException;
import ringside.channel.UnauthenticatedConnections;

/**
 * Where machines join by themselves that know the code (SPEC 13.7): a port of one address that
 * speaks TLS 1.3. Nothing is taken from who has not shown the code. Thread-safe.
 */
final class JoinDoor implements AutoCloseable {

    /**
     * Those that have not shown the code yet, at once: more than a class that comes in together.
     */
    static final int MOST_STRANGERS = 64;

    /** Time for each read of one that has not said yet who it is, in ms. */
    private static final int PATIENCE_MS = 10_000;

    /** Longest first line, in bytes. */
    private static final int FIRST_LINE_BYTES = 1_024;

    /** Pause before accepting again after the system could not provide a connection, in ms. */
    private static final long ACCEPT_PAUSE_MS = 100;

    /** Receives those that have joined. */
    @FunctionalInterface
    interface Guests {
        void joined(AgentReport.Joins who, AgentPipe pipe);
    }

    private final ServerSocket socket;
    private final SSLSocketFactory tls;
    private final Guests guests;
    private final RefusedGuests refused;
    private final LongSupplier nanoTime;
    private final Waits<InetAddress> waits = new Waits<>();
    private final UnauthenticatedConnections strangers =
            new UnauthenticatedConnections(MOST_STRANGERS);

    private JoinDoor(
            ServerSocket socket,
            SSLSocketFactory tls,
            Guests guests,
            RefusedGuests refused,
            LongSupplier nanoTime) {
        this.socket = socket;
        this.tls = tls;
        this.guests = guests;
        this.refused = refused;
        this.nanoTime = nanoTime;
    }

    /**
     * Opens the door; takes about a second.
     *
     * @param at the address and the port; port 0 for a free one
     * @param refused is told who has not shown the code
     * @param nanoTime a monotonic clock in nanoseconds
     * @throws IOException when nobody can listen there
     */
    static JoinDoor open(
            InetSocketAddress at,
            JoinCode code,
            Guests guests,
            RefusedGuests refused,
            LongSupplier nanoTime)
            throws IOException {
        SSLSocketFactory tls = CodeTls.of(code).getSocketFactory();
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(at, MOST_STRANGERS);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        JoinDoor door = new JoinDoor(socket, tls, guests, refused, nanoTime);
        Thread.ofPlatform().daemon().name("join door").start(door::acceptAll);
        return door;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                receive(socket.accept());
            } catch (IOException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ACCEPT_PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(Socket stranger) throws IOException {
        if (mustWait(stranger.getInetAddress())) {
            stranger.close();
        } else {
            strangers.add(stranger);
            Thread.ofPlatform().daemon().name("join").start(() -> admit(stranger));
        }
    }

    /** Returns whether those at an address must wait before they may try a code. */
    boolean mustWait(InetAddress from) {
        synchronized (waits) {
            return waits.mustWait(from, nanoTime.getAsLong());
        }
    }

    private void admit(Socket stranger) {
        try {
            stranger.setSoTimeout(PATIENCE_MS);
            stranger.setTcpNoDelay(true);
            SSLSocket known = handshake(stranger);
            BoundedLines lines = new BoundedLines(known.getInputStream());
            String first = lines.next(FIRST_LINE_BYTES);
            if (first != null
                    && AgentLines.readReport(first) instanceof AgentReport.Joins who
                    && isItsOwn(who, stranger)
                    && strangers.admit(stranger)) {
                stranger.setSoTimeout(0);
                guests.joined(who, new SocketPipe(known, lines, who.name()));
            }
        } catch (IOException | MalformedLineException e) {
            // Whoever does not keep to the form is hung up on.
        } finally {
            strangers.turnAway(stranger);
        }
    }

    private SSLSocket handshake(Socket stranger) throws IOException {
        SSLSocket known = (SSLSocket) tls.createSocket(stranger, null, true);
        known.setEnabledProtocols(new String[] {CodeTls.VERSION});
        known.setNeedClientAuth(true);
        InetAddress from = stranger.getInetAddress();
        try {
            known.startHandshake();
            synchronized (waits) {
                waits.succeeded(from);
            }
            refused.hadTheCode(from);
            return known;
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException e) {
            // Who finds out first that the codes differ hangs up: that is not always this side.
            if (strangers.turnAway(stranger)) {
                synchronized (waits) {
                    waits.failed(from, nanoTime.getAsLong());
                }
                refused.hadNoCode(from);
            }
            throw e;
        }
    }

    /** Nobody brings peers at an address of another. */
    private static boolean isItsOwn(AgentReport.Joins who, Socket from) {
        return who.listen().equals(from.getInetAddress().getHostAddress());
    }

    /** Lets nobody in any more; those that have joined stay. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
