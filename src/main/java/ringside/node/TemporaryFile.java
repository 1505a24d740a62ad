package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import ringside.peer.Bytes;
import ringside.peer.FilePlace;
import ringside.peer.StoredFile;
import ringside.ring.FileName;

/**
 * A file on its way in: written under a temporary name, and only given its own name when it is whole
 * (SPEC 4.4, 10.4). Its digest is taken of the very bytes that are written.
 */
final class TemporaryFile {

    /** Small segments are gathered to pieces of this many bytes. */
    private static final int GATHERED_BYTES = 1 << 16;

    private final Path path;
    private final FileName name;
    private final FilePlace place;
    private final FileChannel channel;
    private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED_BYTES);
    private final MessageDigest digest = Digests.newDigest();
    private long size;

    TemporaryFile(Path path, FileName name, FilePlace place) throws IOException {
        this.path = path;
        this.name = name;
        this.place = place;
        channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    long size() {
        return size;
    }

    /** Appends: data moves in order. */
    void write(long offset, Bytes data) throws IOException {
        if (offset != size) {
            throw new IllegalStateException("written at " + offset + " instead of " + size);
        }
        if (data.length() > gathered.remaining()) {
            flushGathered();
        }
        if (data.length() > gathered.capacity()) {
            writeAll(data.buffer());
        } else {
            data.putInto(gathered);
        }
        size += data.length();
    }

    void copyFrom(Path source) throws IOException {
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ)) {
            int count = from.read(gathered);
            while (count >= 0) {
                size += count;
                flushGathered();
                count = from.read(gathered);
            }
        }
    }

    /** All is written, and what is to be kept for the ring is on the disk. Gives the digest. */
    String finish() throws IOException {
        flushGathered();
        if (place == FilePlace.HELD) {
            channel.force(true);
        }
        channel.close();
        return Digests.text(digest);
    }

    /** Gives the final name, at once and whole. */
    Path moveIntoPlace(DataFolder folder, StoredFile file) throws IOException {
        Files.setLastModifiedTime(path, FileTime.fromMillis(file.versionMs()));
        return switch (place) {
            case HELD -> folder.held().put(path, file);
            case RECEIVED -> {
                Path target = folder.received(name);
                Files.createDirectories(target.getParent());
                yield Files.move(
                        path,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        };
    }

    /** The version that its bytes make, once they are all written. */
    StoredFile asVersion(long versionMs, String sha256) {
        return new StoredFile(name, size, versionMs, sha256);
    }

    void discard() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            gathered.clear();
        }
    }

    private void flushGathered() throws IOException {
        writeAll(gathered.flip());
        gathered.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
