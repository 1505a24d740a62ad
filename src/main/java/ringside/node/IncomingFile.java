package ringside.node;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;

/**
 * A file being received: gathers its segments, and passes whole pieces to the disk. Confined to the
 * loop's thread.
 */
final class IncomingFile {

    /** Piece size in bytes: one hand-over for 160 small segments. */
    private static final int PIECE_BYTES = 1 << 16;

    final FileEffect.Create create;

    /** Receives the pieces; confined to the disk threads. */
    final TemporaryFile onDisk;

    private final Queue<ByteBuffer> free;
    private final Consumer<ByteBuffer> pieces;
    private @Nullable ByteBuffer gathered;
    private long size;

    /**
     * Creates an empty file.
     *
     * @param free pieces that the disk has written, to be used again
     * @param pieces receives bytes to be appended in order
     */
    IncomingFile(
            FileEffect.Create create,
            TemporaryFile onDisk,
            Queue<ByteBuffer> free,
            Consumer<ByteBuffer> pieces) {
        this.create = create;
        this.onDisk = onDisk;
        this.free = free;
        this.pieces = pieces;
    }

    /** Appends a part; the offset must continue the previous part. */
    void write(FileEffect.Write part) {
        if (part.offset() != size) {
            throw new IllegalStateException("written at " + part.offset() + ", not " + size);
        }
        Bytes data = part.data();
        size += data.length();
        int from = 0;
        while (from < data.length()) {
            ByteBuffer piece = gathered == null ? freePiece() : gathered;
            int count = Math.min(piece.remaining(), data.length() - from);
            data.putInto(piece, from, count);
            from += count;
            gathered = piece;
            if (!piece.hasRemaining()) {
                flush();
            }
        }
    }

    private ByteBuffer freePiece() {
        ByteBuffer piece = free.poll();
        return piece == null ? ByteBuffer.allocate(PIECE_BYTES) : piece.clear();
    }

    /** Passes the gathered bytes to the disk. */
    void flush() {
        if (gathered != null) {
            pieces.accept(gathered.flip());
            gathered = null;
        }
    }
}
