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
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run, which nobody else uses or deletes until it is closed: the system holds a
 * lock for it, and lets go of that by itself however the run ends. Any thread may call.
 */
public final class RunFolder implements AutoCloseable {

    /** The file that is locked; it stays, for a new one could be locked beside it. */
    static final String LOCK = "run.lock";

    private static final Logger LOGGER = System.getLogger("ringside.folders");

    private final Path path;
    private final @Nullable FileChannel lock;

    private RunFolder(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder where there is none, for this user alone, and claims it.
     *
     * @throws IOException when it cannot be made, or another run lives in it, with a sentence
     */
    public static RunFolder claim(Path folder) throws IOException {
        // A link to a folder is one; the method of the platform takes it for a file in the way.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, forUserAlone());
        }
        return lock(folder);
    }

    /** Makes a new folder and claims it. */
    static RunFolder create(Path folder) throws IOException {
        return lock(Files.createDirectory(folder, forUserAlone()));
    }

    private static RunFolder lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return switch (tryLock(channel)) {
            case OURS -> new RunFolder(folder, channel);
            case UNKNOWN -> {
                channel.close();
                yield new RunFolder(folder, null);
            }
            case TAKEN -> {
                channel.close();
                throw new IOException(SupervisorMessages.format("folder.inUse", folder));
            }
        };
    }

    private enum Outcome {
        OURS,
        TAKEN,
        /** The file system has no locks, as some of other machines. */
        UNKNOWN
    }

    private static Outcome tryLock(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock == null ? Outcome.TAKEN : Outcome.OURS;
        } catch (OverlappingFileLockException e) {
            return Outcome.TAKEN;
        } catch (IOException e) {
            LOGGER.log(Level.INFO, SupervisorMessages.format("folder.noLock"), e);
            return Outcome.UNKNOWN;
        }
    }

    /**
     * Whether a run of another program lives in a folder; one that an older version made does not
     * say so. Not for a folder of this program: closing a second channel would unlock it.
     */
    static boolean isAlive(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == Outcome.TAKEN;
        } catch (IOException e) {
            // It belongs to somebody else: leave it to them.
            return true;
        }
    }

    /** Rights for the user alone, where the file system knows of rights. */
    static FileAttribute<?>[] forUserAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** Lets others use it or delete it. */
    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, path.toString(), e);
            }
        }
    }
}
