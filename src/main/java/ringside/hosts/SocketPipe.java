package ringside.hosts;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import ringside.channel.BoundedLines;
import ringside.text.Messages;

/** A pipe to an agent that has joined by itself. */
final class SocketPipe implements AgentPipe {

    /**
     * Time for a guest to take the end of the connection, in s. Without a limit the end would wait
     * behind a write to a machine that takes nothing any more.
     */
    private static final int LAST_BYTES_S = 1;

    private final Socket socket;
    private final BoundedLines in;
    private final OutputStream out;
    private final String name;

    /** Takes over a connection from which the agent's first line has been read. */
    SocketPipe(Socket socket, BoundedLines in, String name) throws IOException {
        this.socket = socket;
        this.in = in;
        this.name = name;
        socket.setSoLinger(true, LAST_BYTES_S);
        out = socket.getOutputStream();
    }

    @Override
    public BoundedLines in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public String lastWords() {
        return Messages.HOSTS.format("join.left", name);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }
}
