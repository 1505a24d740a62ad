package ringside.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringside.text.Messages;

/**
 * Marks a folder as a peer's, and locks it for one process; the system releases the lock however
 * the process ends. A folder with any other content is refused, because a peer deletes and
 * overwrites what it considers its own (SPEC 1.5).
 */
final class FolderLock implements AutoCloseable {

    /** The marker file, which also carries the lock. */
    static final String MARKER = "ringside-peer.lock";

    /** Files and folders made by an earlier version of this program, which left no marker. */
    private static final Set<String> EARLIER =
            Set.of("files", "received", "requesting_log.txt", "responding_log.txt");

    /**
     * Files that a system puts into every folder or disk, or a supervisor before its peer starts. A
     * peer touches none of them.
     */
    private static final Set<String> NOBODYS =
            Set.of("lost+found", ".DS_Store", "stderr.txt", "recorded.aotconf");

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a folder; creates it if it is missing.
     *
     * @throws IOException when it cannot be created, has foreign content, or is locked by another
     *     process
     */
    static FolderLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path marker = folder.resolve(MARKER);
        if (!Files.exists(marker) && !isFree(folder)) {
            throw new IOException(Messages.NODE.format("folder.foreign", folder));
        }
        FileChannel channel =
                FileChannel.open(marker, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException(Messages.NODE.format("folder.inUse", folder));
        }
        return new FolderLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    private static boolean isFree(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.map(path -> path.getFileName().toString()).forEach(names::add);
        }
        names.removeAll(NOBODYS);
        boolean isOfEarlierVersion =
                names.contains("files") && names.contains("received") && EARLIER.containsAll(names);
        return names.isEmpty() || isOfEarlierVersion;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
