package ringside.peer;

import java.util.TreeMap;

/**
 * Segments of one file that came before their turn, by offset; as many as a window has room for.
 */
final class EarlySegments {

    private final TreeMap<Long, Bytes> byOffset = new TreeMap<>();

    boolean has(long offset) {
        return byOffset.containsKey(offset);
    }

    void keep(long offset, Bytes data) {
        byOffset.put(offset, data);
    }

    /** The segment that begins there, which is kept no longer; no bytes when it has not come. */
    Bytes take(long offset) {
        Bytes data = byOffset.remove(offset);
        return data == null ? Bytes.EMPTY : data;
    }

    /**
     * Which segments have come beyond the gap.
     *
     * @param gap offset of the first byte that has not come
     * @param mss length of every segment but the last
     * @return as {@link Datagram.SelectiveAcknowledgement#beyond} has it
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
