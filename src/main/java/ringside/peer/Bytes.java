package ringside.peer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A run of bytes: the data of a segment or a train. Wraps an array without copying it; the creator
 * must not change the array while the bytes may be read, which {@link Input.TrainReceived} and
 * {@link FileEffect.Read} bound.
 */
public final class Bytes {

    /** The empty run. */
    public static final Bytes EMPTY = of();

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Wraps a whole array, which must not be changed afterwards. */
    public static Bytes of(byte... array) {
        return new Bytes(array, 0, array.length);
    }

    /**
     * Wraps a part of an array, which must not be changed afterwards.
     *
     * @throws IndexOutOfBoundsException when the part does not lie in the array
     */
    public static Bytes of(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new Bytes(array, offset, length);
    }

    public int length() {
        return length;
    }

    /**
     * Returns the byte at an index.
     *
     * @throws IndexOutOfBoundsException when the index is not below the length
     */
    public byte get(int index) {
        Objects.checkIndex(index, length);
        return array[offset + index];
    }

    /**
     * Returns a part of these bytes, sharing the array.
     *
     * @throws IndexOutOfBoundsException when the part does not lie within these bytes
     */
    public Bytes part(int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        return new Bytes(array, offset + from, count);
    }

    /** Returns a read-only view for writing to a channel or a file. */
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

    /**
     * Appends a part of these bytes to a buffer.
     *
     * @throws IndexOutOfBoundsException when the part does not lie within these bytes
     * @throws java.nio.BufferOverflowException when it does not fit
     */
    public void putInto(ByteBuffer target, int from, int count) {
        Objects.checkFromIndexSize(from, count, length);
        target.put(array, offset + from, count);
    }

    /** Returns a copy in a new array. */
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
