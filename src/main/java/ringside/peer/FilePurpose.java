package ringside.peer;

/** Why the disk is asked: who waits for its answer. */
public enum FilePurpose {

    /** A file is read to be sent (SPEC 4). */
    UPLOAD,

    /** What arrives is written (SPEC 4). */
    DOWNLOAD,

    /** A file of the own store is copied for the user who requested it (SPEC 3.3). */
    COPY_FOR_USER,

    /** A file of this machine is copied into the own store (SPEC 8.1). */
    COPY_FOR_RING,

    /** A stored file is compared with its digest (SPEC 8.7). */
    CHECK,

    /** A stored file gets a newer version; only a failure is answered. */
    RENEWAL,

    /** A stored version is deleted. */
    DELETION
}
