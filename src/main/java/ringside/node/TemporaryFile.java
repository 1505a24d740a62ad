package ringside.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import ringside.digest.Digests;
import ringside.peer.FileEffect;
import ringside.peer.StoredFile;
import ringside.ring.FileName;

/**
 * A file being written under a temporary name; it gets its own name only when it is complete (SPEC
 * 4.4, 10.4). Its digest is computed from the very bytes written. Calls may block on the disk; one
 * thread at a time.
 */
final class TemporaryFile {

    /** Buffer size of a copy in bytes. */
    private static final int COPIED_BYTES = 1 << 16;

    private final Path path;
    private final FileName name;
    private final FileEffect.Destination destination;
    private final MessageDigest digest = Digests.newDigest();
    private @Nullable FileChannel open;
    private long size;

    /** Creates the object without touching the disk. */
    TemporaryFile(Path path, FileName name, FileEffect.Destination destination) {
        this.path = path;
        this.name = name;
        this.destination = destination;
    }

    /** Creates the file, replacing an existing one of the same name. */
    void create() throws IOException {
        open =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    long size() {
        return size;
    }

    /**
     * Appends bytes. After a failure the file is deleted: nothing can be added, and it never gets
     * its name.
     */
    void write(ByteBuffer bytes) throws IOException {
        FileChannel channel = channel();
        size += bytes.remaining();
        digest.update(bytes.duplicate());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            discard();
            throw e;
        }
    }

    private FileChannel channel() throws IOException {
        if (open == null) {
            throw new NoSuchFileException(path.toString());
        }
        return open;
    }

    void copyFrom(Path source) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(COPIED_BYTES);
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ)) {
            while (from.read(piece) >= 0) {
                write(piece.flip());
                piece.clear();
            }
        }
    }

    /**
     * Closes the file and returns its digest; a file held for the ring is on the disk when this
     * returns.
     */
    String finish() throws IOException {
        FileChannel channel = channel();
        if (destination == FileEffect.Destination.HELD) {
            channel.force(true);
        }
        channel.close();
        return Digests.text(digest);
    }

    /** Moves the file to its final name atomically. */
    Path moveIntoPlace(DataFolder folder, StoredFile file) throws IOException {
        Files.setLastModifiedTime(path, FileTime.fromMillis(file.versionMs()));
        return switch (destination) {
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

    StoredFile asVersion(long versionMs, String sha256) {
        return new StoredFile(name, size, sha256, versionMs);
    }

    /** Deletes the file; on a failure, the next start deletes it. */
    void discard() {
        FileChannel channel = open;
        open = null;
        try {
            if (channel != null) {
                channel.close();
            }
            Files.deleteIfExists(path);
        } catch (IOException left) {
            return;
        }
    }
}
