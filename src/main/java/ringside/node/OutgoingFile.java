package ringside.node;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;

/**
 * A file that is being sent. Segments come from pieces in memory, and while one piece is sent the
 * next is read on a thread of the disk, so that a segment waits for the disk only when the disk is
 * slower than the network. Belongs to the loop's thread.
 */
final class OutgoingFile {

    /** How much is read at once, in bytes: as much as the largest segment needs. */
    private static final int PIECE_BYTES = 1 << 16;

    private static final Piece NOTHING = new Piece(0, Bytes.EMPTY);

    private final FileHandle handle;
    private final ReadableFile file;
    private final Outside outside;
    private final ArrayDeque<FileEffect.Read> waiting = new ArrayDeque<>();
    private Piece current = NOTHING;
    private Piece next = NOTHING;
    private boolean isReading;
    private boolean isClosed;

    /** What is around a file. */
    interface Outside {
        /** Does something on the thread that reads, and then something on the loop's thread. */
        void read(FileHandle handle, Fetch fetch, Consumer<Bytes> then);

        /** A part has been read. */
        void tell(FileInput.Read read);

        /** The file is needed no longer. */
        void close(ReadableFile file);
    }

    /** Reads a part of a file on a thread of the disk. */
    interface Fetch {
        Bytes run() throws IOException;
    }

    /** Bytes of a file, from an offset on; nobody changes them. */
    private record Piece(long offset, Bytes bytes) {

        boolean isEmpty() {
            return bytes.length() == 0;
        }

        long end() {
            return offset + bytes.length();
        }

        boolean has(FileEffect.Read part) {
            return part.offset() >= offset && part.offset() + part.length() <= end();
        }

        /** Where the first part of this length begins that is not wholly in here. */
        long endOfWhole(int length) {
            return offset + bytes.length() / length * (long) length;
        }
    }

    /** Takes a file that is open, and begins to read it. */
    OutgoingFile(FileHandle handle, ReadableFile file, Outside outside) {
        this.handle = handle;
        this.file = file;
        this.outside = outside;
        fetch(0, 0);
    }

    /** Has a part read; it is told now, when it is in memory, or later. */
    void read(FileEffect.Read part) {
        waiting.add(part);
        serve();
    }

    private void serve() {
        FileEffect.Read part = waiting.peek();
        while (part != null && isAtHand(part)) {
            waiting.remove();
            int from = (int) (part.offset() - current.offset());
            outside.tell(
                    new FileInput.Read(
                            part.handle(),
                            part.offset(),
                            current.bytes().part(from, part.length())));
            if (next.isEmpty() && current.end() < file.size()) {
                fetch(current.endOfWhole(part.length()), part.length());
            }
            part = waiting.peek();
        }
        if (part != null) {
            fetch(part.offset(), part.length());
        }
    }

    private boolean isAtHand(FileEffect.Read part) {
        if (!current.has(part) && next.has(part)) {
            current = next;
            next = NOTHING;
        }
        return current.has(part);
    }

    private void fetch(long offset, int length) {
        int wanted = (int) Math.min(Math.max(PIECE_BYTES, length), file.size() - offset);
        if (isReading || isClosed || wanted <= 0) {
            return;
        }
        isReading = true;
        outside.read(
                handle,
                () -> file.read(offset, wanted),
                bytes -> {
                    isReading = false;
                    next = new Piece(offset, bytes);
                    serve();
                });
    }

    /** Nothing more is told. */
    void close() {
        isClosed = true;
        waiting.clear();
        outside.close(file);
    }
}
