package ringside.node;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;

/**
 * A file that is being received: small segments are gathered here, and whole pieces go to the disk.
 * Belongs to the loop's thread.
 */
final class IncomingFile {

    /** Segments are gathered to pieces of this many bytes: one hand-over for 160 small segments. */
    private static final int PIECE_BYTES = 1 << 16;

    final FileEffect.Create create;

    /** Where the pieces go; belongs to the threads of the disk. */
    final TemporaryFile onDisk;

    private final Consumer<ByteBuffer> pieces;
    private @Nullable ByteBuffer gathered;
    private long size;

    /**
     * Nothing has come.
     *
     * @param pieces takes bytes that are to be written after those before them
     */
    IncomingFile(FileEffect.Create create, TemporaryFile onDisk, Consumer<ByteBuffer> pieces) {
        this.create = create;
        this.onDisk = onDisk;
        this.pieces = pieces;
    }

    /** Appends: data moves in order. */
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

    /** Gives the disk what has been gathered. */
    void flush() {
        if (gathered != null) {
            pieces.accept(gathered.flip());
            gathered = null;
        }
    }
}
