package ringside.peer;

/** What the disk says. Every file at work has a handle that the core chose. */
public sealed interface FileInput extends Input {

    /** Which file this is about. */
    FileHandle handle();

    /** It is open for reading; this is what it is. */
    record Opened(FileHandle handle, StoredFile file) implements FileInput {}

    /** A part of it, as wanted. */
    record Read(FileHandle handle, long offset, Bytes data) implements FileInput {}

    /** It is whole, checked and in its place, at {@code path}. */
    record Finished(FileHandle handle, StoredFile file, String path) implements FileInput {}

    /** Its bytes are those that were stored. */
    record Checked(FileHandle handle) implements FileInput {}

    /** It is deleted, or was not there. */
    record Deleted(FileHandle handle) implements FileInput {}

    /**
     * A stored file is no longer what was stored; it has been taken out of the store. The handle is
     * free again.
     *
     * @param file the version that was stored
     * @param reason what is wrong with it now, one plain sentence
     */
    record Damaged(FileHandle handle, StoredFile file, String reason) implements FileInput {}

    /** It cannot be opened, read, written or finished; the handle is free again. */
    record Failed(FileHandle handle, String reason) implements FileInput {}
}
