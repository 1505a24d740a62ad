package ringside.node;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;

/**
 * A file being received: buffers small segments, and passes whole pieces to the disk. Confined to
 * the loop's thread.
 */
final class IncomingFile {

    /** Piece size in bytes: one hand-over for 160 small segments. */
    private static final int PIECE_BYTES = 1 << 16;

    final FileEffect.Create create;

    /** Receives the pieces; confined to the disk threads. */
    final TemporaryFile onDisk;

    private final Consumer<ByteBuffer> pieces;
    private @Nullable ByteBuffer gathered;
    private long size;

    /** Creates an empty file; {@code pieces} receives bytes to be appended in order. */
    IncomingFile(FileEffect.Create create, TemporaryFile onDisk, Consumer<ByteBuffer> pieces) {
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
        if (data.length() > PIECE_BYTES) {
            flush();
            pieces.accept(data.buffer());
            return;
        }
        if (gathered != null && gathered.remaining() < data.length()) {
            flush();
        }
        if (gathered == null) {
            gathered = ByteBuffer.allocate(PIECE_BYTES);
        }
        data.putInto(gathered);
    }

    /** Passes the buffered bytes to the disk. */
    void flush() {
        if (gathered != null) {
            pieces.accept(gathered.flip());
            gathered = null;
        }
    }
}
