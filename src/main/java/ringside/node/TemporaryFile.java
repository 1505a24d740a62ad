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
import ringside.peer.StoredFile;
import ringside.ring.FileName;

/**
 * A file on its way in: written under a temporary name, and only given its own name when it is whole
 * (SPEC 4.4, 10.4).
 */
final class TemporaryFile {

    /** Small segments are gathered to pieces of this many bytes. */
    private static final int GATHERED_BYTES = 1 << 16;

    private final Path path;
    private final Path target;
    private final FileName name;
    private final long versionMs;
    private final FileChannel channel;
    private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED_BYTES);
    private final MessageDigest digest = Digests.newDigest();
    private long size;

    TemporaryFile(Path path, Path target, FileName name, long versionMs) throws IOException {
        this.path = path;
        this.target = target;
        this.name = name;
        this.versionMs = versionMs;
        channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    StoredFile description(String sha256) {
        return new StoredFile(name, size, versionMs, sha256);
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
        Files.copy(source, path, StandardCopyOption.REPLACE_EXISTING);
        size = Files.size(path);
    }

    /** All is written: the digest of it, in 64 lower-case hexadecimal digits. */
    String flush() throws IOException {
        flushGathered();
        channel.close();
        return Digests.text(digest);
    }

    /** Gives the final name, at once and whole. */
    Path moveIntoPlace() throws IOException {
        channel.close();
        Files.setLastModifiedTime(path, FileTime.fromMillis(versionMs));
        Files.createDirectories(target.toAbsolutePath().getParent());
        return Files.move(
                path,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
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
