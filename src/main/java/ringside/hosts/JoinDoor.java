package ringside.hosts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import ringside.channel.BoundedLines;
import ringside.channel.MalformedLineException;

/**
 * Where machines join by themselves that know the code (SPEC 13.7): a port of one address that
 * speaks TLS 1.3. Nothing is taken from who has not shown the code. Thread-safe.
 */
final class JoinDoor implements AutoCloseable {

    /**
     * Those that have not shown the code yet, at once: more than a class that comes in together.
     */
    private static final int MOST_STRANGERS = 64;

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

    private final SSLServerSocket socket;
    private final Guests guests;
    private final LongSupplier nanoTime;
    private final Waits<InetAddress> waits = new Waits<>();
    private final Semaphore strangers = new Semaphore(MOST_STRANGERS);

    private JoinDoor(SSLServerSocket socket, Guests guests, LongSupplier nanoTime) {
        this.socket = socket;
        this.guests = guests;
        this.nanoTime = nanoTime;
    }

    /**
     * Opens the door; takes about a second.
     *
     * @param at the address and the port; port 0 for a free one
     * @param nanoTime a monotonic clock in nanoseconds
     * @throws IOException when nobody can listen there
     */
    static JoinDoor open(InetSocketAddress at, JoinCode code, Guests guests, LongSupplier nanoTime)
            throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket) CodeTls.of(code).getServerSocketFactory().createServerSocket();
        socket.setEnabledProtocols(new String[] {CodeTls.VERSION});
        socket.setNeedClientAuth(true);
        try {
            socket.bind(at, MOST_STRANGERS);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        JoinDoor door = new JoinDoor(socket, guests, nanoTime);
        Thread.ofPlatform().daemon().name("join door").start(door::acceptAll);
        return door;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                receive((SSLSocket) socket.accept());
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

    private void receive(SSLSocket stranger) throws IOException {
        if (!mustWait(stranger.getInetAddress()) && strangers.tryAcquire()) {
            Thread.ofPlatform().daemon().name("join").start(() -> admit(stranger));
        } else {
            stranger.close();
        }
    }

    /** Returns whether those at an address must wait before they may try a code. */
    boolean mustWait(InetAddress from) {
        synchronized (waits) {
            return waits.mustWait(from, nanoTime.getAsLong());
        }
    }

    private void admit(SSLSocket stranger) {
        try {
            stranger.setSoTimeout(PATIENCE_MS);
            stranger.setTcpNoDelay(true);
            handshake(stranger);
            BoundedLines lines = new BoundedLines(stranger.getInputStream());
            String first = lines.next(FIRST_LINE_BYTES);
            if (first != null
                    && AgentLines.readReport(first) instanceof AgentReport.Joins who
                    && isItsOwn(who, stranger)) {
                stranger.setSoTimeout(0);
                guests.joined(who, new SocketPipe(stranger, lines, who.name()));
            } else {
                stranger.close();
            }
        } catch (IOException | MalformedLineException e) {
            close(stranger);
        } finally {
            strangers.release();
        }
    }

    private void handshake(SSLSocket stranger) throws IOException {
        InetAddress from = stranger.getInetAddress();
        try {
            stranger.startHandshake();
            synchronized (waits) {
                waits.succeeded(from);
            }
        } catch (IOException e) {
            // Who finds out first that the codes differ hangs up: that is not always this side.
            synchronized (waits) {
                waits.failed(from, nanoTime.getAsLong());
            }
            throw e;
        }
    }

    /** Nobody brings peers at an address of another. */
    private static boolean isItsOwn(AgentReport.Joins who, Socket from) {
        return who.listen().equals(from.getInetAddress().getHostAddress());
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    /** Lets nobody in any more; those that have joined stay. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
