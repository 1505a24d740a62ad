package ringside.node;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import ringside.peer.StoredFile;
import ringside.text.Messages;

/**
 * Opens stored files, and only those that match, byte for byte, what was stored: each time, the
 * bytes are read and compared with the digest kept beside them. A damaged or missing file is
 * removed from the store. May be called from any thread.
 */
final class StoredFiles {

    private final HeldStore store;

    StoredFiles(HeldStore store) {
        this.store = store;
    }

    /** The result of opening a file. */
    sealed interface Outcome {}

    /** The file is open and matches its digest. */
    record Opened(StoredFile file, ReadableFile readable) implements Outcome {}

    /** The file no longer matches what was stored, and has been removed from the store. */
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

    /** Returns what is wrong with a file, or null if its bytes match the digest. */
    private static @Nullable String fault(StoredFile file, @Nullable ReadableFile readable) {
        if (readable == null) {
            return Messages.NODE.format("damaged.gone");
        }
        if (readable.size() != file.bytes()) {
            return Messages.NODE.format("damaged.size", readable.size(), file.bytes());
        }
        try {
            return readable.sha256().equals(file.sha256())
                    ? null
                    : Messages.NODE.format("damaged.content");
        } catch (IOException e) {
            return Messages.NODE.format("damaged.unreadable", Failures.sentence(e));
        }
    }
}
