package ringside.program;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Calls of the Linux kernel for which Java has no classes: switching a network interface on, and
 * reading all packets of one. Both need a network of one's own.
 */
@SuppressWarnings("restricted")
public final class NativeSockets {

    private static final int AF_INET = 2;
    private static final int AF_PACKET = 17;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_RAW = 3;

    /** All protocols, in network byte order. */
    private static final int ETH_P_ALL = 0x0300;

    private static final long SIOCSIFFLAGS = 0x8914;
    private static final int IFREQ_SIZE = 40;
    private static final int FLAGS_AT = 16;
    private static final short UP_AND_RUNNING = 0x41;
    private static final int ADDRESS_SIZE = 20;

    private static final Linker LINKER = Linker.nativeLinker();

    private static final MethodHandle SOCKET =
            handle(
                    "socket",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT));

    private static final MethodHandle IOCTL =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().find("ioctl").orElseThrow(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS),
                    Linker.Option.firstVariadicArg(2));

    private static final MethodHandle RECVFROM =
            handle(
                    "recvfrom",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS));

    private NativeSockets() {}

    private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), descriptor);
    }

    /**
     * Switches the loopback interface on.
     *
     * @throws IOException when the kernel refuses
     */
    public static void raiseLoopback() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int socket = socket(AF_INET, SOCK_DGRAM, 0);
            MemorySegment request = arena.allocate(IFREQ_SIZE);
            request.setString(0, "lo", StandardCharsets.US_ASCII);
            request.set(ValueLayout.JAVA_SHORT, FLAGS_AT, UP_AND_RUNNING);
            if ((int) IOCTL.invokeExact(socket, SIOCSIFFLAGS, request) != 0) {
                throw new IOException("ioctl refused");
            }
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens a socket that gets every packet.
     *
     * @throws IOException when the kernel refuses
     */
    public static int openPackets() throws IOException {
        return socket(AF_PACKET, SOCK_RAW, ETH_P_ALL);
    }

    private static int socket(int family, int type, int protocol) throws IOException {
        int socket;
        try {
            socket = (int) SOCKET.invokeExact(family, type, protocol);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (socket < 0) {
            throw new IOException("no socket of family " + family);
        }
        return socket;
    }

    /**
     * Waits for the next packet.
     *
     * @param into gets its bytes, with the header of the link
     * @param address gets where it comes from, {@link #ADDRESS_SIZE} bytes
     * @param size of the address, in and out
     * @return its length; negative if the socket fails
     */
    public static long receive(
            int socket, MemorySegment into, MemorySegment address, MemorySegment size) {
        try {
            size.set(ValueLayout.JAVA_INT, 0, ADDRESS_SIZE);
            return (long) RECVFROM.invokeExact(socket, into, into.byteSize(), 0, address, size);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
