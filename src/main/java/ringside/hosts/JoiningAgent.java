package ringside.hosts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.PeerEvent;
import ringside.status.ProcessEvent;
import ringside.status.StatusEntry;
import ringside.text.Messages;

/**
 * An agent that joins a ring by itself (SPEC 13.7): dials in with the code, brings peers, and tells
 * the user of these, and lets the user command these, and no others.
 */
public final class JoiningAgent {

    /** Port on which a ring is joined unless another is said: below those of its peers. */
    public static final int DEFAULT_PORT = 49_900;

    /** Time for a connection, and for the first answer, in ms. */
    private static final int PATIENCE_MS = 15_000;

    private JoiningAgent() {}

    /**
     * Joins, and returns when the ring or the connection has ended and no peer is left here.
     *
     * @param ring where it is joined
     * @param name what this machine is called there
     * @param peers how many it brings
     * @param place where this program lies
     * @param commands what the user types, a command a line; read by a thread of its own
     * @param out receives what the user is told
     * @throws IOException with a sentence when it cannot be joined
     */
    public static void join(
            InetSocketAddress ring,
            JoinCode code,
            String name,
            int peers,
            AgentPlace place,
            BufferedReader commands,
            PrintStream out)
            throws IOException {
        try (SSLSocket socket = connect(ring, code)) {
            String own = socket.getLocalAddress().getHostAddress();
            String first = AgentLines.write(new AgentReport.Joins(name, own, peers)) + '\n';
            socket.getOutputStream().write(first.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Agent.serve(
                    socket.getInputStream(),
                    socket.getOutputStream(),
                    place,
                    new Agent.Owner() {
                        @Override
                        public void begun() throws IOException {
                            socket.setSoTimeout(0);
                            out.println(Messages.HOSTS.format("join.begun", name, own));
                        }

                        @Override
                        public void happened(StatusEntry entry) {
                            tell(entry, out);
                        }

                        @Override
                        public BufferedReader commands() {
                            return commands;
                        }

                        @Override
                        public void notDone(String sentence) {
                            out.println(sentence);
                        }
                    });
        } catch (SSLException e) {
            throw new IOException(Messages.HOSTS.format("join.refused", ring.getHostString()), e);
        }
    }

    private static SSLSocket connect(InetSocketAddress ring, JoinCode code) throws IOException {
        SSLSocket socket = (SSLSocket) CodeTls.of(code).getSocketFactory().createSocket();
        try {
            socket.setEnabledProtocols(new String[] {CodeTls.VERSION});
            socket.setTcpNoDelay(true);
            socket.connect(ring, PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.startHandshake();
            return socket;
        } catch (ConnectException e) {
            socket.close();
            throw new IOException(
                    Messages.HOSTS.format("join.nobody", ring.getHostString(), ring.getPort()), e);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void tell(StatusEntry entry, PrintStream out) {
        PeerId peer = entry.peer();
        switch (entry.event()) {
            case LifeEvent.Running _ -> out.println(Messages.HOSTS.format("join.running", peer));
            case ProcessEvent.ProcessEnded ended ->
                    out.println(Messages.HOSTS.format("join.ended", peer, ended.reason()));
            case PeerEvent _, ProcessEvent _ -> {}
        }
    }
}
