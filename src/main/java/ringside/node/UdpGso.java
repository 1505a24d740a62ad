package ringside.node;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/**
 * Linux can cut one large datagram into many of the same length on its way out (UDP_SEGMENT), and
 * hand such a row over as one (UDP_GRO). A call of the system takes longer than all else that a
 * segment costs, so a wide window is several times as fast with it. Java has no name for the two
 * options: they are set by the system's own function, and where that cannot be called everything
 * works without.
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

    /** Does nothing yet: what it needs takes time and memory that only a wide window is worth. */
    UdpGso(DatagramChannel channel) {
        this.channel = channel;
    }

    /** Tries whether the system can do it, once. */
    void wanted() {
        if (isTried) {
            return;
        }
        isTried = true;
        try {
            Option found = Option.of(channel);
            found.set(CUT, 0);
            found.set(TOGETHER, 1);
            option = found;
        } catch (ReflectiveOperationException
                | RuntimeException
                | UnsatisfiedLinkError
                | IOException unsupported) {
            option = null;
        }
    }

    /** Whether datagrams may be cut, and come together. */
    boolean isOn() {
        return option != null;
    }

    /**
     * What is sent from now on leaves in pieces.
     *
     * @param bytes the length of each but the last; 0 for whole datagrams
     */
    void cutInto(int bytes) throws IOException {
        if (option != null) {
            option.set(CUT, bytes);
        }
    }

    /** The system's own {@code setsockopt} for one socket. */
    private record Option(MethodHandle function, int socket, MemorySegment value) {

        @SuppressWarnings("restricted")
        static Option of(DatagramChannel channel) throws ReflectiveOperationException {
            int socket =
                    (int)
                            Class.forName("sun.nio.ch.SelChImpl")
                                    .getMethod("getFDVal")
                                    .invoke(channel);
            Linker linker = Linker.nativeLinker();
            FunctionDescriptor descriptor =
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT);
            return new Option(
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("setsockopt"), descriptor),
                    socket,
                    Arena.ofAuto().allocate(ValueLayout.JAVA_INT));
        }

        void set(int name, int to) throws IOException {
            value.set(ValueLayout.JAVA_INT, 0, to);
            int failed;
            try {
                failed = (int) function.invokeExact(socket, LEVEL, name, value, Integer.BYTES);
            } catch (Throwable e) {
                throw new IOException(e);
            }
            if (failed != 0) {
                throw new IOException("the system does not know the option " + name);
            }
        }
    }
}
