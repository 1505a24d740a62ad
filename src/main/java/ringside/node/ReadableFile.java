package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ringside.digest.Digests;
import ringside.peer.Bytes;
import ringside.text.Messages;

/** A file open for reading. Calls may block on the disk; one thread at a time. */
final class ReadableFile {

    private final FileChannel channel;
    private final long size;

    private ReadableFile(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /** Opens a file with its current content and size. */
    static ReadableFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new ReadableFile(channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns the size in bytes at the time of opening. */
    long size() {
        return size;
    }

    /** Reads the whole file and returns its digest. */
    String sha256() throws IOException {
        return Digests.sha256(channel);
    }

    /**
     * Reads exactly this part.
     *
     * @param into receives the bytes at its beginning, in an array of its own
     * @throws IOException when the file has become shorter than it was
     */
    Bytes read(long offset, int length, ByteBuffer into) throws IOException {
        into.clear().limit(length);
        while (into.hasRemaining()) {
            if (channel.read(into, offset + into.position()) < 0) {
                throw new IOException(Messages.NODE.format("disk.changed"));
            }
        }
        return Bytes.of(into.array(), into.arrayOffset(), length);
    }

    /** Closes the file; a failure is ignored, because nothing was written. */
    void close() {
        try {
            channel.close();
        } catch (IOException nothingLost) {
            return;
        }
    }
}
