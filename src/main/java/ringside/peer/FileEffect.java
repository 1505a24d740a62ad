package ringside.peer;

import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * What the disk is to do. Nothing here is waited for: results come as {@link FileInput} with the
 * same handle. Data moves in order for one handle.
 */
public sealed interface FileEffect extends Effect {

    /** Which file this is about; drawn by the core, never used twice. */
    long handle();

    /** Find a file, digest it and keep it open: answered by Opened, Failed or Damaged. */
    record Open(long handle, FileSource source) implements FileEffect {}

    /** Read a part of an open file: answered by Read or Failed. */
    record Read(long handle, long offset, int length) implements FileEffect {}

    /** Begin a temporary file; only a failure is answered. */
    record Create(long handle, FileName name, FilePlace place, long versionMs)
            implements FileEffect {}

    /**
     * Write a part of a created file; only a failure is answered. When more is given than the disk
     * can write, {@link Input.DiskBehind} says so.
     */
    record Write(long handle, long offset, Bytes data) implements FileEffect {}

    /** Check the digest and give the final name: answered by Finished or Failed. */
    record Finish(long handle, String sha256) implements FileEffect {}

    /**
     * Copy a whole file of this machine into place: answered by Finished, Failed or Damaged.
     *
     * @param leastVersionMs the version that the copy gets at least, in ms since the Unix epoch:
     *     one from a path gets the time of day otherwise, a stored one keeps its own
     */
    record Copy(long handle, FileSource source, FilePlace place, long leastVersionMs)
            implements FileEffect {}

    /** Read a stored file and compare its digest: answered by Checked, Failed or Damaged. */
    record Check(long handle, FileNumber number) implements FileEffect {}

    /** A stored file is known under a newer version: only a failure is answered. */
    record Renew(long handle, StoredFile file) implements FileEffect {}

    /** The handle is no longer needed; a temporary file of it goes. */
    record Close(long handle) implements FileEffect {}

    /** Delete one stored version, and no other of its number: answered by Deleted or Failed. */
    record Delete(long handle, StoredFile file) implements FileEffect {}
}
