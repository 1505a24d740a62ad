package ringside.peer;

import ringside.ring.FileName;
import ringside.ring.FileNumber;

/**
 * A disk operation. The core never waits for one: results arrive as {@link FileInput} with the same
 * handle. Data of one handle moves in order.
 */
public sealed interface FileEffect extends Effect {

    /** Returns the handle of the file, chosen by the core and never reused. */
    FileHandle handle();

    /**
     * Finds a file, computes its digest and keeps it open: answered by Opened, Failed or Damaged.
     */
    record Open(FileHandle handle, Source source) implements FileEffect {}

    /**
     * Reads a part of an open file: answered by Failed, or by one or more Reads, in order and
     * without a gap.
     *
     * @param unit bytes that belong together: each answer has a multiple of them, or ends with the
     *     part
     * @param neededFrom the place of what was read before this offset may be used again
     */
    record Read(FileHandle handle, long offset, int length, int unit, long neededFrom)
            implements FileEffect {}

    /** Creates a temporary file; only a failure is answered. */
    record Create(FileHandle handle, FileName name, Destination destination, long versionMs)
            implements FileEffect {}

    /**
     * Writes a part of a created file; only a failure is answered. If the disk cannot keep up,
     * {@link Input.DiskBehind} follows.
     */
    record Write(FileHandle handle, long offset, Bytes data) implements FileEffect {}

    /** Verifies the digest and gives the file its final name: answered by Finished or Failed. */
    record Finish(FileHandle handle, String sha256) implements FileEffect {}

    /**
     * Copies a complete local file into place: answered by Finished, Failed or Damaged.
     *
     * @param leastVersionMs minimum version of the copy, in ms since the Unix epoch. Above this
     *     minimum, a file from a path gets the time of day, and a stored one keeps its own version
     */
    record Copy(FileHandle handle, Source source, Destination destination, long leastVersionMs)
            implements FileEffect {}

    /** Reads a stored file and compares its digest: answered by Checked, Failed or Damaged. */
    record Check(FileHandle handle, FileNumber number) implements FileEffect {}

    /** Records a newer version for a stored file: only a failure is answered. */
    record Renew(FileHandle handle, StoredFile file) implements FileEffect {}

    /** Releases the handle, and deletes its temporary file if it has one. */
    record Close(FileHandle handle) implements FileEffect {}

    /** Deletes one stored version, and no other of its number: answered by Deleted or Failed. */
    record Delete(FileHandle handle, StoredFile file) implements FileEffect {}

    /** The folder for a complete file within the peer's data folder. */
    enum Destination {
        /** The folder {@code received}: files that the user requested. */
        RECEIVED,
        /** The folder {@code files}: files held for the ring. */
        HELD
    }

    /** Where to read a file from. */
    sealed interface Source {

        /** The files held for the ring, or else the {@code --files} folder. */
        record Anywhere(FileNumber number) implements Source {}

        /** The files held for the ring, and nothing else. */
        record Held(FileNumber number) implements Source {}

        /** A local path typed by the user, to be stored under this file number. */
        record Path(String path, FileNumber number) implements Source {}
    }
}
