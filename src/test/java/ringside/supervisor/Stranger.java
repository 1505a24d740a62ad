package ringside.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import ringside.PatientBinding;

/** A local program that sends one peer arbitrary input. */
record Stranger(int basePort, int victim) {

    /** Returns a new connection to the victim. */
    Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout((int) WatchedRing.LIMIT.toMillis());
        socket.connect(address());
        return socket;
    }

    /** Writes bytes; ignores a hang-up, because the victim need not read nonsense to its end. */
    static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Waits until the victim hangs up; a reset counts as well as an end of stream. */
    static void awaitHangUp(Socket socket) {
        try {
            assertThat(socket.getInputStream().readNBytes(1)).isEmpty();
        } catch (IOException reset) {
            assertThat(reset).isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Sends the victim a datagram. */
    void send(DatagramSocket from, byte[] bytes) {
        try {
            from.send(new DatagramPacket(bytes, bytes.length, address()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the socket that a peer with this id would have. */
    DatagramSocket socketOf(int id) throws IOException {
        DatagramSocket socket = new DatagramSocket(null);
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), basePort + id);
        PatientBinding.bind(() -> socket.bind(address));
        return socket;
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), basePort + victim);
    }
}
