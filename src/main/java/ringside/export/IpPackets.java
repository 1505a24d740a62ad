package ringside.export;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.status.WireEvent.MessageCaptured;
import ringside.status.WireEvent.Passage;

/**
 * Puts the headers of IPv4 and UDP or TCP before messages, which were captured without them: both
 * ends have the address of the loopback interface, and the sequence numbers of a TCP connection go
 * on from message to message, so that its frames can be put together. For one thread.
 */
final class IpPackets {

    /** Bytes of the header of IPv4 without options. */
    static final int IP_BYTES = 20;

    static final int UDP_BYTES = 8;
    static final int TCP_BYTES = 20;

    private static final int LARGEST_PACKET = 0xFFFF;
    private static final byte VERSION_AND_WORDS = 0x45;
    private static final byte TIME_TO_LIVE = 64;
    private static final byte UDP = 17;
    private static final byte TCP = 6;
    private static final int LOOPBACK = 0x7F00_0001;
    private static final int CHECKSUM_AT = 10;
    private static final int TCP_CHECKSUM_AT = 16;

    /** A header of five words, with the flags PSH and ACK. */
    private static final short TCP_WORDS_AND_FLAGS = 0x5018;

    private static final short RECEIVE_WINDOW = (short) LARGEST_PACKET;
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    /** The sequence number of the next byte, of each direction of a connection. */
    private final Map<Flow, Long> next = new HashMap<>();

    private record Flow(int from, int to) {
        Flow back() {
            return new Flow(to, from);
        }
    }

    /**
     * A packet.
     *
     * @param captured its first bytes, the remaining ones of the buffer
     * @param wholeLength of all of it
     */
    record Packet(ByteBuffer captured, int wholeLength) {}

    /** Returns the packets that carry a message: one, or two for a frame that fills more. */
    List<Packet> of(MessageCaptured message) {
        boolean isIn = message.passage() == Passage.RECEIVED;
        Flow flow =
                isIn
                        ? new Flow(message.otherPort(), message.port())
                        : new Flow(message.port(), message.otherPort());
        return switch (message.transport()) {
            case UDP -> List.of(datagram(flow, message));
            case TCP -> segments(flow, message);
        };
    }

    private static Packet datagram(Flow flow, MessageCaptured message) {
        byte[] data = message.bytes();
        int length = UDP_BYTES + message.length();
        ByteBuffer packet = ip(UDP, length, UDP_BYTES + data.length);
        packet.putShort((short) flow.from());
        packet.putShort((short) flow.to());
        packet.putShort((short) length);
        packet.putShort((short) 0);
        packet.put(data);
        return new Packet(packet.flip(), IP_BYTES + length);
    }

    private List<Packet> segments(Flow flow, MessageCaptured message) {
        byte[] data = message.bytes();
        List<Packet> packets = new ArrayList<>();
        int most = LARGEST_PACKET - IP_BYTES - TCP_BYTES;
        for (int from = 0; from < message.length(); from += most) {
            int length = Math.min(most, message.length() - from);
            int end = Math.min(data.length, from + length);
            byte[] kept = Arrays.copyOfRange(data, Math.min(from, end), end);
            packets.add(segment(flow, kept, length));
        }
        return packets;
    }

    private Packet segment(Flow flow, byte[] data, int length) {
        ByteBuffer packet = ip(TCP, TCP_BYTES + length, TCP_BYTES + data.length);
        packet.putShort((short) flow.from());
        packet.putShort((short) flow.to());
        packet.putInt((int) (long) next.getOrDefault(flow, 1L));
        packet.putInt((int) (long) next.getOrDefault(flow.back(), 1L));
        packet.putShort(TCP_WORDS_AND_FLAGS);
        packet.putShort(RECEIVE_WINDOW);
        packet.putInt(0);
        packet.put(data);
        next.merge(flow, 1L + length, (before, first) -> before + first - 1 & UNSIGNED_INT);
        if (data.length == length) {
            packet.putShort(IP_BYTES + TCP_CHECKSUM_AT, tcpChecksum(packet, TCP_BYTES + length));
        }
        return new Packet(packet.flip(), IP_BYTES + TCP_BYTES + length);
    }

    /** Returns a packet with its header, ready for what follows. */
    private static ByteBuffer ip(byte protocol, int length, int capturedLength) {
        ByteBuffer packet = ByteBuffer.allocate(IP_BYTES + capturedLength);
        packet.put(VERSION_AND_WORDS);
        packet.put((byte) 0);
        packet.putShort((short) (IP_BYTES + length));
        packet.putInt(0);
        packet.put(TIME_TO_LIVE);
        packet.put(protocol);
        packet.putShort((short) 0);
        packet.putInt(LOOPBACK);
        packet.putInt(LOOPBACK);
        packet.putShort(CHECKSUM_AT, folded(sum(packet, 0, IP_BYTES)));
        return packet;
    }

    /** Covers both addresses, the protocol and the length, too. */
    private static short tcpChecksum(ByteBuffer packet, int length) {
        long addresses = 2L * ((LOOPBACK >>> Short.SIZE) + (LOOPBACK & UNSIGNED_SHORT));
        return folded(addresses + TCP + length + sum(packet, IP_BYTES, length));
    }

    private static long sum(ByteBuffer packet, int from, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int value = packet.get(from + i) & 0xFF;
            sum += i % 2 == 0 ? (long) value << Byte.SIZE : value;
        }
        return sum;
    }

    private static short folded(long sum) {
        long folded = sum;
        while (folded > UNSIGNED_SHORT) {
            folded = (folded & UNSIGNED_SHORT) + (folded >>> Short.SIZE);
        }
        return (short) ~folded;
    }
}
