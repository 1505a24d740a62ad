package ringside.check.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Optional;
import ringside.check.Observation.Transport;
import ringside.check.Observation.Travelled;
import ringside.program.NativeSockets;

/** Sees all that travels in a network of one's own (PROGRAMS 5.6). Linux only. */
final class PacketCapture {

    private static final int LONGEST = 70_000;
    private static final int ADDRESS = 64;
    private static final int PACKET_TYPE_AT = 10;

    /** The loopback shows each packet twice: as it leaves, and as it arrives. */
    private static final byte LEAVES = 4;

    private static final int ETHERNET = 14;
    private static final int VERSION_4 = 4;
    private static final int VERSION_6 = 6;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER_LENGTH_AT = 12;
    private static final int WORD = 4;

    private PacketCapture() {}

    /**
     * Begins to see, on a thread that lives as long as the process.
     *
     * @throws IOException when the kernel refuses
     */
    static void begin(ObservationLog log) throws IOException {
        int socket = NativeSockets.openPackets();
        Thread.ofPlatform().daemon().name("packets").start(() -> see(socket, log));
    }

    private static void see(int socket, ObservationLog log) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(LONGEST);
            MemorySegment address = arena.allocate(ADDRESS);
            MemorySegment size = arena.allocate(ValueLayout.JAVA_INT);
            ByteBuffer packet = bytes.asByteBuffer();
            long length = NativeSockets.receive(socket, bytes, address, size);
            while (length >= 0) {
                if (address.get(ValueLayout.JAVA_BYTE, PACKET_TYPE_AT) == LEAVES) {
                    packet.clear().limit((int) Math.min(length, LONGEST));
                    read(packet.slice(), ObservationLog.now()).ifPresent(log::add);
                }
                length = NativeSockets.receive(socket, bytes, address, size);
            }
        }
    }

    /** Reads a packet with its Ethernet header; empty if it carries neither UDP nor TCP. */
    static Optional<Travelled> read(ByteBuffer packet, long atMicros) {
        if (packet.limit() < ETHERNET + IPV4_HEADER) {
            return Optional.empty();
        }
        int version = Byte.toUnsignedInt(packet.get(ETHERNET)) >> WORD;
        if (version == VERSION_4) {
            int header = (packet.get(ETHERNET) & 0xF) * WORD;
            int length = Short.toUnsignedInt(packet.getShort(ETHERNET + 2));
            return carried(
                    packet, ETHERNET + header, packet.get(ETHERNET + 9), length - header, atMicros);
        }
        if (version == VERSION_6 && packet.limit() >= ETHERNET + IPV6_HEADER) {
            int length = Short.toUnsignedInt(packet.getShort(ETHERNET + 4));
            return carried(
                    packet, ETHERNET + IPV6_HEADER, packet.get(ETHERNET + 6), length, atMicros);
        }
        return Optional.empty();
    }

    private static Optional<Travelled> carried(
            ByteBuffer packet, int at, int protocol, int length, long atMicros) {
        if (packet.limit() < at + UDP_HEADER) {
            return Optional.empty();
        }
        int from = Short.toUnsignedInt(packet.getShort(at));
        int to = Short.toUnsignedInt(packet.getShort(at + 2));
        if (protocol == UDP) {
            return Optional.of(
                    new Travelled(atMicros, Transport.UDP, from, to, length - UDP_HEADER));
        }
        if (protocol == TCP && packet.limit() > at + TCP_HEADER_LENGTH_AT) {
            int header = (Byte.toUnsignedInt(packet.get(at + TCP_HEADER_LENGTH_AT)) >> WORD) * WORD;
            return Optional.of(new Travelled(atMicros, Transport.TCP, from, to, length - header));
        }
        return Optional.empty();
    }
}
