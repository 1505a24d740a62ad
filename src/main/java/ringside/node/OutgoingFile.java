package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import ringside.peer.Bytes;
import ringside.peer.FileEffect;
import ringside.peer.FileHandle;
import ringside.peer.FileInput;

/**
 * A file being sent. Segments come from pieces in memory; while one piece is sent, a disk thread
 * reads the next, so that a segment waits only if the disk is slower than the network. Their memory
 * is used again: a fast transfer would fill the heap with new pieces. Confined to the loop's
 * thread.
 */
final class OutgoingFile {

    /** Read size in bytes: as much as the largest segment needs. */
    private static final int PIECE_BYTES = 1 << 16;

    private static final Piece NOTHING = new Piece(0, Bytes.EMPTY, ByteBuffer.allocate(0));

    private final FileHandle handle;
    private final ReadableFile file;
    private final Outside outside;
    private final ArrayDeque<FileEffect.Read> waiting = new ArrayDeque<>();

    /** Earlier pieces, of which segments may still be under way; in file order. */
    private final ArrayDeque<Piece> past = new ArrayDeque<>();

    /** Memory of pieces that nobody needs any more. */
    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();

    private Piece current = NOTHING;
    private Piece next = NOTHING;
    private boolean isReading;
    private boolean isClosed;

    interface Outside {
        /** Runs a fetch on the reading thread, and then passes its result on the loop's thread. */
        void read(FileHandle handle, Fetch fetch, Consumer<Bytes> then);

        /** Reports a part that has been read. */
        void tell(FileInput.Read read);

        /** Closes a file that is no longer needed. */
        void close(ReadableFile file);
    }

    /** Reads a part of a file on a disk thread. */
    interface Fetch {
        Bytes run() throws IOException;
    }

    /**
     * A run of the file's bytes from an offset.
     *
     * @param memory where the bytes lie
     */
    private record Piece(long offset, Bytes bytes, ByteBuffer memory) {

        boolean isEmpty() {
            return bytes.length() == 0;
        }

        long end() {
            return offset + bytes.length();
        }

        /**
         * Returns how much of a part is here from its beginning: whole units, or all of it.
         *
         * @return bytes, 0 or more
         */
        int lengthOf(FileEffect.Read part) {
            if (part.offset() < offset || part.offset() >= end()) {
                return 0;
            }
            int here = (int) Math.min(part.length(), end() - part.offset());
            return here == part.length() ? here : here / part.unit() * part.unit();
        }
    }

    /** Wraps an open file, and starts to read it. */
    OutgoingFile(FileHandle handle, ReadableFile file, Outside outside) {
        this.handle = handle;
        this.file = file;
        this.outside = outside;
        fetch(0, 0);
    }

    /** Requests a part; what of it is in memory is reported at once, and the rest later. */
    void read(FileEffect.Read part) {
        while (!past.isEmpty() && past.element().end() <= part.neededFrom()) {
            free.add(past.remove().memory());
        }
        waiting.add(part);
        serve();
    }

    private void serve() {
        FileEffect.Read part = waiting.peek();
        while (part != null && advanceTo(part)) {
            waiting.remove();
            int length = current.lengthOf(part);
            if (length < part.length()) {
                waiting.addFirst(rest(part, length));
            }
            tell(part, length);
            part = waiting.peek();
        }
        if (part != null) {
            fetch(part.offset(), part.unit());
        }
    }

    private static FileEffect.Read rest(FileEffect.Read part, int length) {
        return new FileEffect.Read(
                part.handle(),
                part.offset() + length,
                part.length() - length,
                part.unit(),
                part.neededFrom());
    }

    private void tell(FileEffect.Read part, int length) {
        int from = (int) (part.offset() - current.offset());
        outside.tell(
                new FileInput.Read(
                        part.handle(), part.offset(), current.bytes().part(from, length)));
        if (next.isEmpty() && current.end() < file.size()) {
            long whole = (current.end() - part.offset()) / part.unit() * part.unit();
            fetch(part.offset() + whole, part.unit());
        }
    }

    private boolean advanceTo(FileEffect.Read part) {
        if (current.lengthOf(part) == 0 && next.lengthOf(part) > 0) {
            if (!current.isEmpty()) {
                past.add(current);
            }
            current = next;
            next = NOTHING;
        }
        return current.lengthOf(part) > 0;
    }

    private void fetch(long offset, int unit) {
        int wanted = (int) Math.min(Math.max(PIECE_BYTES, unit), file.size() - offset);
        if (isReading || isClosed || wanted <= 0) {
            return;
        }
        isReading = true;
        ByteBuffer memory = memory(wanted);
        outside.read(
                handle,
                () -> file.read(offset, wanted, memory),
                bytes -> {
                    isReading = false;
                    next = new Piece(offset, bytes, memory);
                    serve();
                });
    }

    private ByteBuffer memory(int bytes) {
        ByteBuffer used = free.poll();
        return used == null || used.capacity() < bytes
                ? ByteBuffer.allocate(Math.max(PIECE_BYTES, bytes))
                : used;
    }

    /** Closes the file and stops all reports. */
    void close() {
        isClosed = true;
        waiting.clear();
        outside.close(file);
    }
}
