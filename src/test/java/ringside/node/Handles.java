package ringside.node;

import ringside.peer.FileHandle;
import ringside.peer.FilePurpose;

/** Handles for tests of the disk, which never looks at their purpose. */
final class Handles {

    private Handles() {}

    static FileHandle handle(long number) {
        return new FileHandle(number, FilePurpose.DOWNLOAD);
    }
}
