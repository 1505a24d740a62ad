package ringside.node;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;

/**
 * A file being received: gathers its segments, and passes whole pieces to the disk. Confined to the
 * loop's thread, except for {@link #isWritten}.
 */
final class IncomingFile {

    /** Piece size in bytes: one hand-over for 160 small segments. */
    static final int PIECE_BYTES = 1 << 16;

    /** Pieces kept for later; a file that waits for a new sender has no more than these. */
    private static final int MOST_FREE = 4;

    final FileEffect.Create create;

    /** Receives the pieces; confined to the disk threads. */
    final TemporaryFile onDisk;

    private final BiConsumer<IncomingFile, ByteBuffer> pieces;

    /** Pieces that the disk has written: a fast transfer would fill the heap with new ones. */
    private final ConcurrentLinkedQueue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    private @Nullable ByteBuffer gathered;
    private long size;

    /**
     * Creates an empty file.
     *
     * @param pieces receives bytes to be appended in order; {@link #isWritten} gives each back
     */
    IncomingFile(
            FileEffect.Create create,
            TemporaryFile onDisk,
            BiConsumer<IncomingFile, ByteBuffer> pieces) {
        this.create = create;
        this.onDisk = onDisk;
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
            pieces.accept(this, gathered.flip());
            gathered = null;
        }
    }

    /** Takes a piece back, which the disk needs no more. May be called from any thread. */
    void isWritten(ByteBuffer piece) {
        if (free.size() < MOST_FREE) {
            free.add(piece);
        }
    }
}
