package ringside.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes packets in the format pcapng, block by block; every interface carries IP packets without a
 * link layer. Interfaces must be there before their packets. For one thread; the caller closes the
 * stream.
 */
final class PcapngFile {

    private static final int SECTION_BLOCK = 0x0A0D0D0A;
    private static final int INTERFACE_BLOCK = 1;
    private static final int STATISTICS_BLOCK = 5;
    private static final int PACKET_BLOCK = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final short MAJOR_VERSION = 1;
    private static final short MINOR_VERSION = 0;
    private static final long UNKNOWN_LENGTH = -1;

    /** The type of a link whose packets begin with their IP header. */
    private static final short LINK_TYPE_RAW = 101;

    private static final short END_OF_OPTIONS = 0;
    private static final short COMMENT = 1;
    private static final short INTERFACE_NAME = 2;
    private static final short INTERFACE_DESCRIPTION = 3;
    private static final short SECTION_APPLICATION = 4;
    private static final short PACKET_FLAGS = 2;
    private static final short STATISTICS_DROPPED = 5;

    /** Type, length, and the length again at the end, in bytes. */
    private static final int FRAME_BYTES = 12;

    private static final int WORD_BYTES = 4;

    private final OutputStream out;
    private int interfaces;

    /** The direction of a packet, seen from the interface. */
    enum Direction {
        INBOUND(1),
        OUTBOUND(2);

        private final int flags;

        Direction(int flags) {
            this.flags = flags;
        }
    }

    /**
     * Begins a file.
     *
     * @param application that writes it
     * @param comment on all of it
     */
    PcapngFile(OutputStream out, String application, String comment) throws IOException {
        this.out = out;
        Block block = new Block(SECTION_BLOCK);
        block.integer(BYTE_ORDER_MAGIC);
        block.half(MAJOR_VERSION);
        block.half(MINOR_VERSION);
        block.number(UNKNOWN_LENGTH);
        block.option(COMMENT, comment);
        block.option(SECTION_APPLICATION, application);
        write(block);
    }

    /** Adds an interface, with times in microseconds; returns its number. */
    int addInterface(String name, String description) throws IOException {
        Block block = new Block(INTERFACE_BLOCK);
        block.half(LINK_TYPE_RAW);
        block.half((short) 0);
        block.integer(0);
        block.option(INTERFACE_NAME, name);
        block.option(INTERFACE_DESCRIPTION, description);
        write(block);
        return interfaces++;
    }

    /**
     * Adds a packet.
     *
     * @param captured the bytes that are known, the first of it: all remaining ones, which stay
     * @param wholeLength of the packet in bytes
     * @param comment on it; empty for none
     */
    void addPacket(
            int interfaceNumber,
            long atMicros,
            ByteBuffer captured,
            int wholeLength,
            Direction direction,
            String comment)
            throws IOException {
        Block block = new Block(PACKET_BLOCK);
        block.integer(interfaceNumber);
        block.time(atMicros);
        block.integer(captured.remaining());
        block.integer(wholeLength);
        block.padded(captured);
        block.option(PACKET_FLAGS, direction.flags);
        if (!comment.isEmpty()) {
            block.option(COMMENT, comment);
        }
        write(block);
    }

    /** Adds how many packets of an interface could not be captured. */
    void addStatistics(int interfaceNumber, long atMicros, long dropped) throws IOException {
        Block block = new Block(STATISTICS_BLOCK);
        block.integer(interfaceNumber);
        block.time(atMicros);
        block.option(STATISTICS_DROPPED, dropped);
        write(block);
    }

    private void write(Block block) throws IOException {
        out.write(block.finished());
    }

    /** The content of one block, which grows. */
    private static final class Block {

        private static final int FIRST_BYTES = 512;

        private final int type;
        private boolean hasOptions;
        private ByteBuffer content =
                ByteBuffer.allocate(FIRST_BYTES).order(ByteOrder.LITTLE_ENDIAN);

        Block(int type) {
            this.type = type;
        }

        private ByteBuffer room(int bytes) {
            if (content.remaining() < bytes) {
                int size = Math.max(2 * content.capacity(), content.position() + bytes);
                content =
                        ByteBuffer.allocate(size)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .put(content.flip());
            }
            return content;
        }

        void half(short value) {
            room(Short.BYTES).putShort(value);
        }

        void integer(int value) {
            room(Integer.BYTES).putInt(value);
        }

        void number(long value) {
            room(Long.BYTES).putLong(value);
        }

        /** The upper half of a time comes first, whatever the byte order. */
        void time(long micros) {
            integer((int) (micros >>> Integer.SIZE));
            integer((int) micros);
        }

        void padded(ByteBuffer bytes) {
            int padding = -bytes.remaining() & (WORD_BYTES - 1);
            room(bytes.remaining() + padding).put(bytes.duplicate()).put(new byte[padding]);
        }

        private void optionHead(short code, int length) {
            hasOptions = true;
            half(code);
            half((short) length);
        }

        void option(short code, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            optionHead(code, bytes.length);
            padded(ByteBuffer.wrap(bytes));
        }

        void option(short code, int value) {
            optionHead(code, Integer.BYTES);
            integer(value);
        }

        void option(short code, long value) {
            optionHead(code, Long.BYTES);
            number(value);
        }

        byte[] finished() {
            if (hasOptions) {
                optionHead(END_OF_OPTIONS, 0);
            }
            content.flip();
            int length = FRAME_BYTES + content.remaining();
            return ByteBuffer.allocate(length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(type)
                    .putInt(length)
                    .put(content)
                    .putInt(length)
                    .array();
        }
    }
}
