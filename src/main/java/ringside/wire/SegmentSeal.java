package ringside.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import ringside.ring.PeerId;

/**
 * The seals of data segments. Segments that are sent together, and follow each other in their file,
 * share one tag, which names all of them (decision 38): its receiver computes it for the first that
 * comes, and compares it for the others. Behind a segment come its sequence number of 8 bytes, its
 * place among them from 0 (2 bytes), how many bytes of data they have together (2 bytes), and the
 * tag. Confined to one thread.
 */
final class SegmentSeal {

    private static final byte KIND = 'S';
    private static final int PLACE_AT = Long.BYTES;
    private static final int TOTAL_AT = PLACE_AT + Short.BYTES;
    private static final int TAG_AT = TOTAL_AT + Short.BYTES;

    /** Length of a seal in bytes. */
    static final int BYTES = TAG_AT + Tag.BYTES;

    /** Offset of the number of the first byte of data in a header. */
    private static final int FIRST_BYTE_AT = Long.BYTES;

    private final Tag tag;

    /** Kind, sender, receiver, bytes of data, header of the first segment, its sequence number. */
    private final byte[] tagged =
            new byte[1 + 1 + 1 + Short.BYTES + DatagramCodec.HEADER_BYTES + Long.BYTES];

    private final ByteBuffer fields = ByteBuffer.wrap(tagged);

    /** What the tag of the latest genuine segment is of, and that tag. */
    private final byte[] known = new byte[tagged.length];

    private final byte[] knownTag = new byte[Tag.BYTES];
    private final byte[] claimed = new byte[Tag.BYTES];

    SegmentSeal(Tag tag) {
        this.tag = tag;
    }

    /**
     * Seals the segment at a place of a buffer, and with it those that follow it there and in their
     * file.
     *
     * @param segments to its limit; each but the last has {@code pieceBytes} with its seal
     * @param number the sequence number of the first; each other has one more than the one before
     * @return how many have been sealed, 1 or more
     */
    int seal(PeerId from, PeerId to, ByteBuffer segments, int start, int pieceBytes, long number) {
        int last = start;
        while (isFollowed(segments, last, pieceBytes)) {
            last += pieceBytes;
        }
        int count = (last - start) / pieceBytes + 1;
        int total =
                (count - 1) * dataBytes(segments, start, pieceBytes)
                        + dataBytes(segments, last, pieceBytes);
        long beginning = segments.getLong(start);
        long firstByte = segments.getLong(start + FIRST_BYTE_AT);
        byte[] shared = tag.of(tagged(from, to, total, beginning, firstByte, number));
        for (int place = 0; place < count; place++) {
            int at = end(segments, start + place * pieceBytes, pieceBytes) - BYTES;
            segments.putLong(at, number + place);
            segments.putShort(at + PLACE_AT, (short) place);
            segments.putShort(at + TOTAL_AT, (short) total);
            segments.put(at + TAG_AT, shared, 0, Tag.BYTES);
        }
        return count;
    }

    private static boolean isFollowed(ByteBuffer segments, int start, int pieceBytes) {
        int next = start + pieceBytes;
        if (next >= segments.limit()) {
            return false;
        }
        int data = dataBytes(segments, start, pieceBytes);
        return data == DatagramCodec.mssOfSegment(segments, start)
                && segments.getLong(next) == segments.getLong(start)
                && segments.getLong(next + FIRST_BYTE_AT)
                        == segments.getLong(start + FIRST_BYTE_AT) + data;
    }

    private static int dataBytes(ByteBuffer segments, int start, int pieceBytes) {
        return end(segments, start, pieceBytes) - BYTES - DatagramCodec.HEADER_BYTES - start;
    }

    private static int end(ByteBuffer segments, int start, int pieceBytes) {
        return Math.min(start + pieceBytes, segments.limit());
    }

    /**
     * Returns whether a segment has its tag.
     *
     * @param end of the segment, behind which its seal is; it begins at the position
     */
    boolean fits(PeerId from, PeerId to, ByteBuffer datagram, int end) {
        int start = datagram.position();
        int place = Short.toUnsignedInt(datagram.getShort(end + PLACE_AT));
        int total = Short.toUnsignedInt(datagram.getShort(end + TOTAL_AT));
        int mss = DatagramCodec.mssOfSegment(datagram, start);
        long before = (long) place * mss;
        if (end - start - DatagramCodec.HEADER_BYTES != Math.min(mss, total - before)) {
            return false;
        }
        long firstByte = datagram.getLong(start + FIRST_BYTE_AT) - before;
        long number = datagram.getLong(end) - place;
        tagged(from, to, total, datagram.getLong(start), firstByte, number);
        datagram.get(end + TAG_AT, claimed);
        if (Arrays.equals(tagged, known)) {
            return Tag.areEqual(claimed, knownTag);
        }
        byte[] right = tag.of(tagged);
        if (!Tag.areEqual(claimed, right)) {
            return false;
        }
        System.arraycopy(tagged, 0, known, 0, known.length);
        System.arraycopy(right, 0, knownTag, 0, Tag.BYTES);
        return true;
    }

    private byte[] tagged(
            PeerId from, PeerId to, int total, long beginning, long firstByte, long number) {
        fields.clear();
        fields.put(KIND).put((byte) from.value()).put((byte) to.value()).putShort((short) total);
        fields.putLong(beginning).putLong(firstByte).putLong(number);
        return tagged;
    }
}
