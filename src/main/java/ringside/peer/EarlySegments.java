package ringside.peer;

import java.util.TreeMap;

/** Buffers out-of-order segments of one file by offset; the window limits their number. */
final class EarlySegments {

    private final TreeMap<Long, Bytes> byOffset = new TreeMap<>();

    boolean isEmpty() {
        return byOffset.isEmpty();
    }

    boolean has(long offset) {
        return byOffset.containsKey(offset);
    }

    void keep(long offset, Bytes data) {
        byOffset.put(offset, data);
    }

    /** Removes and returns the segment at an offset; empty if it has not arrived. */
    Bytes take(long offset) {
        Bytes data = byOffset.remove(offset);
        return data == null ? Bytes.EMPTY : data;
    }

    /**
     * Returns the bitmap of the segments received beyond the gap.
     *
     * @param gap offset of the first missing byte
     * @param mss length of every segment but the last
     * @return in the format of {@link Datagram.SelectiveAcknowledgement#beyond}
     */
    Bytes bitmap(long gap, int mss) {
        if (byOffset.isEmpty()) {
            return Bytes.EMPTY;
        }
        int bits = segmentsAfter(byOffset.lastKey(), gap, mss);
        byte[] bitmap = new byte[Math.ceilDiv(bits, Byte.SIZE)];
        for (long offset : byOffset.keySet()) {
            int bit = segmentsAfter(offset, gap, mss) - 1;
            bitmap[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
        }
        return Bytes.of(bitmap);
    }

    private static int segmentsAfter(long offset, long gap, int mss) {
        return (int) ((offset - gap) / mss);
    }
}
