package ringside.peer;

import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * What the disk is to do. Nothing here is waited for: results come as {@link FileInput} with the
 * same handle. Data moves in order for one handle.
 */
public sealed interface FileEffect extends Effect {

    /** Which file this is about; drawn by the core, never used twice. */
    FileHandle handle();

    /** Find a file, digest it and keep it open: answered by Opened, Failed or Damaged. */
    record Open(FileHandle handle, FileSource source) implements FileEffect {}

    /** Read a part of an open file: answered by Read or Failed. */
    record Read(FileHandle handle, long offset, int length) implements FileEffect {}

    /** Begin a temporary file; only a failure is answered. */
    record Create(FileHandle handle, FileName name, FilePlace place, long versionMs)
            implements FileEffect {}

    /**
     * Write a part of a created file; only a failure is answered. When more is given than the disk
     * can write, {@link Input.DiskBehind} says so.
     */
    record Write(FileHandle handle, long offset, Bytes data) implements FileEffect {}

    /** Check the digest and give the final name: answered by Finished or Failed. */
    record Finish(FileHandle handle, String sha256) implements FileEffect {}

    /**
     * Copy a whole file of this machine into place: answered by Finished, Failed or Damaged.
     *
     * @param leastVersionMs the version that the copy gets at least, in ms since the Unix epoch:
     *     one from a path gets the time of day otherwise, a stored one keeps its own
     */
    record Copy(FileHandle handle, FileSource source, FilePlace place, long leastVersionMs)
            implements FileEffect {}

    /** Read a stored file and compare its digest: answered by Checked, Failed or Damaged. */
    record Check(FileHandle handle, FileNumber number) implements FileEffect {}

    /** A stored file is known under a newer version: only a failure is answered. */
    record Renew(FileHandle handle, StoredFile file) implements FileEffect {}

    /** The handle is no longer needed; a temporary file of it goes. */
    record Close(FileHandle handle) implements FileEffect {}

    /** Delete one stored version, and no other of its number: answered by Deleted or Failed. */
    record Delete(FileHandle handle, StoredFile file) implements FileEffect {}
}
