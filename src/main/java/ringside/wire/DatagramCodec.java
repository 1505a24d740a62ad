package ringside.wire;

import java.nio.ByteBuffer;
import ringside.peer.Bytes;
import ringside.peer.Datagram;
import ringside.peer.Message;
import ringside.peer.SegmentTrain;

/**
 * Encodes UDP datagrams: pings as JSON; data segments and acknowledgements as a binary header of
 * {@value #HEADER_BYTES} bytes in network byte order, followed by the data. The first byte
 * distinguishes the two. Stateless.
 */
public final class DatagramCodec {

    /** Length of the binary header in bytes. */
    public static final int HEADER_BYTES = 16;

    /** Largest datagram that UDP over IPv4 can carry, in bytes. */
    public static final int MAX_BYTES = 65_507;

    /**
     * Largest ping or reply in bytes: several times as long as one with the longest successor list.
     */
    static final int MAX_JSON_BYTES = 1_024;

    private static final int MSS_AT = 2;
    private static final byte SEGMENT = 1;
    private static final byte ACKNOWLEDGEMENT = 2;
    private static final byte SELECTIVE_ACKNOWLEDGEMENT = 3;
    private static final byte VERSION = 1;
    private static final byte JSON = '{';
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    private DatagramCodec() {}

    /**
     * Appends an encoded datagram to a buffer.
     *
     * @throws java.nio.BufferOverflowException when the buffer has less than {@link #MAX_BYTES}
     *     left and the message needs more than it has
     */
    public static void encode(Datagram message, ByteBuffer target) {
        switch (message) {
            case Datagram.Segment segment -> {
                header(target, SEGMENT, segment.mss(), segment.transferId(), segment.sequence());
                segment.data().putInto(target);
            }
            case Datagram.Acknowledgement acknowledgement ->
                    header(
                            target,
                            ACKNOWLEDGEMENT,
                            0,
                            acknowledgement.transferId(),
                            acknowledgement.acknowledgement());
            case Datagram.SelectiveAcknowledgement selective -> {
                header(
                        target,
                        SELECTIVE_ACKNOWLEDGEMENT,
                        0,
                        selective.transferId(),
                        selective.acknowledgement());
                selective.beyond().putInto(target);
            }
            case Message.Control control -> target.put(ControlCodec.encode(control));
        }
    }

    /**
     * Appends the encoded segment of a train at an index, 0 to count - 1.
     *
     * @throws java.nio.BufferOverflowException when it does not fit
     */
    public static void encode(SegmentTrain train, int index, ByteBuffer target) {
        int from = index * train.mss();
        header(target, SEGMENT, train.mss(), train.transferId(), train.sequence() + from);
        train.data().putInto(target, from, train.lengthOf(index));
    }

    /**
     * Decodes one datagram from all remaining bytes.
     *
     * @throws MalformedMessageException when they are not a valid datagram
     */
    public static Datagram decode(ByteBuffer bytes) throws MalformedMessageException {
        if (!bytes.hasRemaining()) {
            throw new MalformedMessageException("empty datagram");
        }
        if (bytes.get(bytes.position()) == JSON) {
            if (bytes.remaining() > MAX_JSON_BYTES) {
                throw new MalformedMessageException("larger than any ping");
            }
            if (ControlCodec.decode(bytes) instanceof Datagram message) {
                return message;
            }
            throw new MalformedMessageException("this message does not travel over UDP");
        }
        try {
            return decodeBinary(bytes);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("a field is out of range", e);
        }
    }

    /**
     * Returns the length of a full data segment of this transfer, including its header.
     *
     * @param bytes a datagram, from 0 to its limit
     * @return bytes, or 0 when it is not a data segment
     */
    public static int segmentBytes(ByteBuffer bytes) {
        boolean isSegment = bytes.limit() > HEADER_BYTES && bytes.get(0) == SEGMENT;
        return isSegment ? HEADER_BYTES + (bytes.getShort(MSS_AT) & UNSIGNED_SHORT) : 0;
    }

    /** Returns whether a data segment lies between two places of a buffer. */
    static boolean isSegment(ByteBuffer bytes, int start, int end) {
        return end - start > HEADER_BYTES && bytes.get(start) == SEGMENT;
    }

    /** Returns the MSS in the header of a data segment; 0 if it is no data segment. */
    static int mssOfSegment(ByteBuffer bytes, int start) {
        boolean isSegment = bytes.get(start) == SEGMENT && bytes.get(start + 1) == VERSION;
        return isSegment ? bytes.getShort(start + MSS_AT) & UNSIGNED_SHORT : 0;
    }

    /** Returns the transfer's id in the first eight bytes of a header. */
    static long transferId(long beginning) {
        return beginning & UNSIGNED_INT;
    }

    private static void header(ByteBuffer target, byte type, int mss, long id, long number) {
        target.put(type);
        target.put(VERSION);
        target.putShort((short) mss);
        target.putInt((int) id);
        target.putLong(number);
    }

    private static Datagram decodeBinary(ByteBuffer bytes) throws MalformedMessageException {
        if (bytes.remaining() < HEADER_BYTES) {
            throw new MalformedMessageException("shorter than its header");
        }
        byte type = bytes.get();
        if (bytes.get() != VERSION) {
            throw new MalformedMessageException("unknown version");
        }
        int mss = bytes.getShort() & UNSIGNED_SHORT;
        long id = bytes.getInt() & UNSIGNED_INT;
        long number = bytes.getLong();
        if (type == SEGMENT) {
            return new Datagram.Segment(id, number, mss, rest(bytes));
        }
        if (type == SELECTIVE_ACKNOWLEDGEMENT && mss == 0) {
            return new Datagram.SelectiveAcknowledgement(id, number, rest(bytes));
        }
        if (type == ACKNOWLEDGEMENT && mss == 0 && !bytes.hasRemaining()) {
            return new Datagram.Acknowledgement(id, number);
        }
        throw new MalformedMessageException("unknown type");
    }

    private static Bytes rest(ByteBuffer bytes) {
        byte[] data = new byte[bytes.remaining()];
        bytes.get(data);
        return Bytes.of(data);
    }
}
