package ringside.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.peer.Bytes;

/** Packet captures of IPv4 over Ethernet, in the old format of {@code tcpdump}. */
final class Capture {

    private static final int MAGIC = 0xA1B2C3D4;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int ETHERNET_BYTES = 14;
    private static final int IP_BYTES = 20;
    private static final int UDP_BYTES = 8;
    private static final int TCP_BYTES = 20;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int LOCALHOST = 0x7F000001;

    private Capture() {}

    /** The transport protocol of a packet. */
    enum Transport {
        DATAGRAM,
        STREAM
    }

    /** The data of one packet, with its source and destination ports. */
    record Packet(Transport transport, int from, int to, Bytes data) {}

    static List<Packet> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        bytes.order(bytes.getInt(0) == MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        bytes.position(FILE_HEADER_BYTES);
        List<Packet> packets = new ArrayList<>();
        while (bytes.hasRemaining()) {
            bytes.getLong();
            int length = bytes.getInt();
            bytes.getInt();
            packets.add(packet(bytes.slice(bytes.position(), length)));
            bytes.position(bytes.position() + length);
        }
        return packets;
    }

    private static Packet packet(ByteBuffer frame) {
        int ip = ETHERNET_BYTES;
        int transport = ip + (frame.get(ip) & 0xF) * 4;
        int end = ip + (frame.getShort(ip + 2) & 0xFFFF);
        boolean isUdp = frame.get(ip + 9) == UDP;
        int header = isUdp ? UDP_BYTES : (frame.get(transport + 12) >> 4 & 0xF) * 4;
        byte[] data = new byte[end - transport - header];
        frame.get(transport + header, data);
        return new Packet(
                isUdp ? Transport.DATAGRAM : Transport.STREAM,
                frame.getShort(transport) & 0xFFFF,
                frame.getShort(transport + 2) & 0xFFFF,
                Bytes.of(data));
    }

    static void write(List<Packet> packets, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeShort(2);
        out.writeShort(4);
        out.writeLong(0);
        out.writeInt(1 << 18);
        out.writeInt(1);
        Map<List<Integer>, Integer> sequences = new HashMap<>();
        for (Packet packet : packets) {
            List<Integer> stream = List.of(packet.from(), packet.to());
            int sequence = sequences.getOrDefault(stream, 1);
            sequences.put(stream, sequence + packet.data().length());
            byte[] frame = frame(packet, sequence);
            out.writeLong(0);
            out.writeInt(frame.length);
            out.writeInt(frame.length);
            out.write(frame);
        }
        Files.write(file, bytes.toByteArray());
    }

    private static byte[] frame(Packet packet, int sequence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        boolean isUdp = packet.transport() == Transport.DATAGRAM;
        int length = packet.data().length() + (isUdp ? UDP_BYTES : TCP_BYTES);
        try {
            out.write(new byte[ETHERNET_BYTES - 2]);
            out.writeShort(0x0800);
            out.writeShort(0x4500);
            out.writeShort(IP_BYTES + length);
            out.writeInt(0);
            out.writeByte(64);
            out.writeByte(isUdp ? UDP : TCP);
            out.writeShort(0);
            out.writeInt(LOCALHOST);
            out.writeInt(LOCALHOST);
            out.writeShort(packet.from());
            out.writeShort(packet.to());
            if (isUdp) {
                out.writeInt(length << 16);
            } else {
                out.writeInt(sequence);
                out.writeInt(1);
                out.writeInt(0x50100400);
                out.writeInt(0);
            }
            out.write(packet.data().toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
