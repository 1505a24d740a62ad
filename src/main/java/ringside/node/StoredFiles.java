package ringside.node;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import ringside.peer.StoredFile;

/**
 * Opens stored files, and lets nothing through that is not, byte for byte, what was stored: the
 * bytes are read and compared with the digest kept beside them, each time. A file that is damaged
 * or gone leaves the store. Any thread may call.
 */
final class StoredFiles {

    private final HeldStore store;

    StoredFiles(HeldStore store) {
        this.store = store;
    }

    /** What came of it. */
    sealed interface Outcome {}

    /** It is open, and right. */
    record Opened(StoredFile file, ReadableFile readable) implements Outcome {}

    /** It is no longer what was stored, and no longer in the store. */
    record Damaged(StoredFile file, String reason) implements Outcome {}

    /**
     * Opens a stored version, or the one that has replaced it meanwhile.
     *
     * @throws IOException when the disk fails in a way that says nothing about the file, or when
     *     the file has been deleted meanwhile
     */
    Outcome open(StoredFile wanted) throws IOException {
        StoredFile file = wanted;
        while (true) {
            ReadableFile readable = openIfThere(file);
            String fault = fault(file, readable);
            if (fault == null && readable != null) {
                return new Opened(file, readable);
            }
            if (readable != null) {
                readable.close();
            }
            StoredFile now = store.get(file.name().number());
            if (now == null) {
                throw new NoSuchFileException(store.pathOf(file).toString());
            }
            if (now.equals(file)) {
                store.setAside(file);
                return new Damaged(file, String.valueOf(fault));
            }
            file = now;
        }
    }

    private @Nullable ReadableFile openIfThere(StoredFile file) throws IOException {
        try {
            return ReadableFile.open(store.pathOf(file));
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    /** What is wrong with it, or null when its bytes are those that were stored. */
    private static @Nullable String fault(StoredFile file, @Nullable ReadableFile readable) {
        if (readable == null) {
            return NodeMessages.format("damaged.gone");
        }
        if (readable.size() != file.bytes()) {
            return NodeMessages.format("damaged.size", readable.size(), file.bytes());
        }
        try {
            return readable.sha256().equals(file.sha256())
                    ? null
                    : NodeMessages.format("damaged.content");
        } catch (IOException e) {
            return NodeMessages.format("damaged.unreadable", Failures.sentence(e));
        }
    }
}
