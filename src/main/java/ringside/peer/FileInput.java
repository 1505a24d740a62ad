package ringside.peer;

/** An answer from the disk, with the handle that the core chose for the file. */
public sealed interface FileInput extends Input {

    /** Returns the handle of the file. */
    FileHandle handle();

    /** The file is open for reading, with these properties. */
    record Opened(FileHandle handle, StoredFile file) implements FileInput {}

    /**
     * The requested part of the file, or the next piece of it. The data stays as it is until it is
     * no longer needed, as {@link FileEffect.Read} says.
     */
    record Read(FileHandle handle, long offset, Bytes data) implements FileInput {}

    /** The file is complete, verified and in place, at {@code path}. */
    record Finished(FileHandle handle, StoredFile file, String path) implements FileInput {}

    /** The file's bytes match its digest. */
    record Checked(FileHandle handle) implements FileInput {}

    /** The file is deleted, or did not exist. */
    record Deleted(FileHandle handle) implements FileInput {}

    /**
     * A stored file no longer matches what was stored, and has been removed from the store. The
     * handle is released.
     *
     * @param file the version that was stored
     * @param reason what is wrong with it now, one plain sentence
     */
    record Damaged(FileHandle handle, StoredFile file, String reason) implements FileInput {}

    /** The file cannot be opened, read, written or finished. The handle is released. */
    record Failed(FileHandle handle, String reason) implements FileInput {}
}
