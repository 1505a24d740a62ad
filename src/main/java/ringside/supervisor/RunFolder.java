package ringside.supervisor;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringside.text.Messages;

/**
 * The folder of one run, which no other run uses or deletes until it is closed. A file lock
 * protects it; the system releases the lock however the run ends. May be used from any thread.
 */
public final class RunFolder implements AutoCloseable {

    /**
     * The lock file; it is never deleted, because otherwise a new one could be locked beside it.
     */
    static final String LOCK = "run.lock";

    /**
     * Locked by this process: a second channel to one of them would release its lock at its end.
     */
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private static final Logger LOGGER = System.getLogger("ringside.folders");

    private final Path path;
    private final @Nullable FileChannel lock;

    private RunFolder(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates a folder for this user alone if there is none, and locks it.
     *
     * @throws IOException when it cannot be created, or another run is using it, with a sentence
     */
    public static RunFolder claim(Path folder) throws IOException {
        // A link to a folder counts as one; Files.createDirectories would fail on it.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, forUserAlone());
        }
        return lock(folder);
    }

    /** Creates a new folder and locks it. */
    static RunFolder create(Path folder) throws IOException {
        return lock(Files.createDirectory(folder, forUserAlone()));
    }

    private static RunFolder lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return switch (tryLock(channel)) {
            case OURS -> {
                LOCKED_HERE.add(identityOf(folder));
                yield new RunFolder(folder, channel);
            }
            case UNKNOWN -> {
                channel.close();
                yield new RunFolder(folder, null);
            }
            case TAKEN -> {
                channel.close();
                throw new IOException(Messages.SUPERVISOR.format("folder.inUse", folder));
            }
        };
    }

    private enum Outcome {
        OURS,
        TAKEN,
        /** The file system has no locks, like some remote ones. */
        UNKNOWN
    }

    private static Outcome tryLock(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock == null ? Outcome.TAKEN : Outcome.OURS;
        } catch (OverlappingFileLockException e) {
            return Outcome.TAKEN;
        } catch (IOException e) {
            LOGGER.log(Level.INFO, Messages.SUPERVISOR.format("folder.noLock"), e);
            return Outcome.UNKNOWN;
        }
    }

    private static Path identityOf(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /**
     * Returns whether a run, of this program or of another one, is using a folder; runs of older
     * versions are not detected.
     */
    static boolean isAlive(Path folder) {
        if (LOCKED_HERE.contains(identityOf(folder))) {
            return true;
        }
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == Outcome.TAKEN;
        } catch (IOException e) {
            // It belongs to another user: leave it alone.
            return true;
        }
    }

    /** Returns access rights for the user alone, if the file system supports rights. */
    static FileAttribute<?>[] forUserAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    public Path path() {
        return path;
    }

    /** Releases the folder for use or deletion by others. */
    @Override
    public void close() {
        if (lock != null) {
            LOCKED_HERE.remove(identityOf(path));
            try {
                lock.close();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, path.toString(), e);
            }
        }
    }
}
