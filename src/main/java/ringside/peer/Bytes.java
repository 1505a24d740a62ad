package ringside.peer;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A run of bytes that nobody changes: the data of one segment. Wraps without copying; whoever makes
 * one hands the array over for good.
 */
public final class Bytes {

    /** No bytes. */
    public static final Bytes EMPTY = of();

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** All of an array, which must not be changed afterwards. */
    public static Bytes of(byte... array) {
        return new Bytes(array, 0, array.length);
    }

    /**
     * A part of an array, which must not be changed afterwards.
     *
     * @throws IndexOutOfBoundsException when the part does not lie in the array
     */
    public static Bytes of(byte[] array, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, array.length);
        return new Bytes(array, offset, length);
    }

    /** How many bytes these are. */
    public int length() {
        return length;
    }

    /**
     * One of them.
     *
     * @throws IndexOutOfBoundsException when there are not so many
     */
    public byte get(int index) {
        java.util.Objects.checkIndex(index, length);
        return array[offset + index];
    }

    /**
     * A part of these bytes, which is not copied.
     *
     * @throws IndexOutOfBoundsException when there are not so many
     */
    public Bytes part(int from, int count) {
        java.util.Objects.checkFromIndexSize(from, count, length);
        return new Bytes(array, offset + from, count);
    }

    /** A view for writing to a channel or a file; read-only. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(array, offset, length).asReadOnlyBuffer();
    }

    /**
     * Appends these bytes to a buffer.
     *
     * @throws java.nio.BufferOverflowException when they do not fit
     */
    public void putInto(ByteBuffer target) {
        target.put(array, offset, length);
    }

    /** A copy as an array of its own. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(
                        array,
                        offset,
                        offset + length,
                        that.array,
                        that.offset,
                        that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return buffer().hashCode();
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
