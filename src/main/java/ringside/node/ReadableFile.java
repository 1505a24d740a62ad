package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ringside.peer.Bytes;

/** A file that is being sent. Reads ahead, so that most segments come from memory. */
final class ReadableFile {

    /** How much is read at once: as much as the largest segment needs. */
    private static final int AHEAD_BYTES = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private byte[] ahead = new byte[0];
    private long aheadOffset;

    private ReadableFile(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /** Opens a file as it is now, and as long as it is now. */
    static ReadableFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new ReadableFile(channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** In bytes, when it was opened. */
    long size() {
        return size;
    }

    /** Reads the whole file and gives its digest. */
    String sha256() throws IOException {
        return Digests.sha256(channel);
    }

    /**
     * Reads exactly this part.
     *
     * @throws IOException when the file has become shorter than it was
     */
    Bytes read(long offset, int length) throws IOException {
        if (offset < aheadOffset || offset + length > aheadOffset + ahead.length) {
            readAhead(offset, length);
        }
        return Bytes.of(ahead, (int) (offset - aheadOffset), length);
    }

    /** A fresh array each time: segments that are still under way share the old one. */
    private void readAhead(long offset, int length) throws IOException {
        int wanted = (int) Math.min(Math.max(AHEAD_BYTES, length), size - offset);
        ByteBuffer buffer = ByteBuffer.allocate(wanted);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException(Words.say("disk.changed"));
            }
        }
        ahead = buffer.array();
        aheadOffset = offset;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            ahead = new byte[0];
        }
    }
}
