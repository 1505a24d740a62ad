package ringside.node;

import java.util.Arrays;

/**
 * Text of ASCII characters that grows at its end. A peer writes two lines for each segment of a
 * file; with a {@link StringBuilder} they would take longer than the segment, until the compiler
 * has seen to it.
 */
final class AsciiText {

    /** The most digits of a number. */
    private static final int MOST_DIGITS = 19;

    private static final int TEN = 10;

    private byte[] bytes = new byte[1 << 10];
    private int length;

    void put(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    /** Appends a number in decimal digits; not negative. */
    void put(long number) {
        reserve(MOST_DIGITS);
        int digits = 1;
        for (long left = number / TEN; left > 0; left /= TEN) {
            digits++;
        }
        long left = number;
        length += digits;
        for (int at = length - 1; at >= length - digits; at--) {
            bytes[at] = (byte) ('0' + left % TEN);
            left /= TEN;
        }
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
