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
 * Generic segmentation offload: Linux can cut one large datagram into many of the same length when
 * sending (UDP_SEGMENT), and deliver such a series as one (UDP_GRO). A system call costs more than
 * everything else about a segment, so a wide window becomes several times as fast. Java has no
 * names for the two options, so they are set with the system's own function; if that cannot be
 * called, everything works without them.
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

    /** Defers all set-up: it takes time and memory that only a wide window justifies. */
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
            found.set(TOGETHER, 1);
            option = found;
        } catch (ReflectiveOperationException
                | RuntimeException
                | UnsatisfiedLinkError
                | IOException unsupported) {
            option = null;
        }
    }

    /** Returns whether datagrams may be segmented, and may arrive coalesced. */
    boolean isOn() {
        return option != null;
    }

    /** Sets the length of each piece but the last from now on; 0 for whole datagrams. */
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
