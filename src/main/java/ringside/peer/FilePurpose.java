package ringside.peer;

/** The reason for a disk request, which determines who receives the answer. */
public enum FilePurpose {

    /** Reading a file to send it (SPEC 4). */
    UPLOAD,

    /** Writing a file that arrives (SPEC 4). */
    DOWNLOAD,

    /** Copying a stored file for the user who requested it (SPEC 3.3). */
    COPY_FOR_USER,

    /** Copying a local file into the store (SPEC 8.1). */
    COPY_FOR_RING,

    /** Comparing a stored file with its digest (SPEC 8.7). */
    CHECK,

    /** Giving a stored file a newer version; only a failure is answered. */
    RENEWAL,

    /** Deleting a stored version. */
    DELETION
}
