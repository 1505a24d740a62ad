package ringside.node;

import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/**
 * Generic segmentation offload: Linux can cut one large datagram into many of the same length when
 * sending (UDP_SEGMENT), and deliver such a series as one (UDP_GRO). A system call costs more than
 * everything else about a segment, so a wide window becomes several times as fast. Java has no
 * names for the two options, and sets none by its number, so a function within it is called; if
 * that is not there, everything works without them.
 */
final class UdpGso {

    /** The most pieces that Linux makes of one datagram. */
    static final int MOST_PIECES = 64;

    /** SOL_UDP. */
    private static final int LEVEL = 17;

    /** UDP_SEGMENT. */
    private static final int CUT = 103;

    /** UDP_GRO. */
    private static final int TOGETHER = 104;

    private final DatagramChannel channel;
    private boolean isTried;
    private @Nullable Option option;
    private int pieceBytes;

    /** Defers all set-up until a wide window wants it. */
    UdpGso(DatagramChannel channel) {
        this.channel = channel;
    }

    /** Enables the offload if the system supports it; only the first call tries. */
    void wanted() {
        if (isTried) {
            return;
        }
        isTried = true;
        try {
            Option found = Option.of(channel);
            found.set(CUT, 0);
            if (isOnLoopback(channel)) {
                found.set(TOGETHER, 1);
            }
            option = found;
        } catch (ReflectiveOperationException | RuntimeException | IOException unsupported) {
            option = null;
        }
    }

    /**
     * Only the loopback interface delivers together what has been sent together. A network card
     * joins whatever has the same length, and nobody could say where a ping or an acknowledgement
     * ends.
     */
    private static boolean isOnLoopback(DatagramChannel channel) throws IOException {
        return channel.getLocalAddress() instanceof InetSocketAddress local
                && local.getAddress().isLoopbackAddress();
    }

    /** Returns whether datagrams may be segmented, and may arrive coalesced. */
    boolean isOn() {
        return option != null;
    }

    /** Sets the length of each piece but the last from now on; 0 for whole datagrams. */
    void cutInto(int bytes) throws IOException {
        if (option != null && bytes != pieceBytes) {
            option.set(CUT, bytes);
            pieceBytes = bytes;
        }
    }

    /**
     * Sets integer options of one socket, by their numbers: the function with which the JDK sets
     * those that it has names for.
     */
    private record Option(Method function, FileDescriptor socket) {

        static Option of(DatagramChannel channel) throws ReflectiveOperationException {
            Method function =
                    Class.forName("sun.nio.ch.Net")
                            .getDeclaredMethod(
                                    "setIntOption0",
                                    FileDescriptor.class,
                                    boolean.class,
                                    int.class,
                                    int.class,
                                    int.class,
                                    boolean.class);
            function.setAccessible(true);
            Object socket =
                    Class.forName("sun.nio.ch.SelChImpl").getMethod("getFD").invoke(channel);
            return new Option(function, (FileDescriptor) socket);
        }

        void set(int name, int to) throws IOException {
            try {
                function.invoke(null, socket, false, LEVEL, name, to, false);
            } catch (ReflectiveOperationException e) {
                throw new IOException("the system does not know the option " + name, e);
            }
        }
    }
}
