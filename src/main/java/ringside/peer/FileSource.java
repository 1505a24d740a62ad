package ringside.peer;

import ringside.ring.FileNumber;

/** Where a file is to be read from. */
public sealed interface FileSource {

    /** Among the files that this peer holds for the ring, or else in its `--files` folder. */
    record Anywhere(FileNumber number) implements FileSource {}

    /** Among the files that this peer holds for the ring, and only there. */
    record Held(FileNumber number) implements FileSource {}

    /** At a path of this machine that the user typed; it is to become this file number. */
    record Path(String path, FileNumber number) implements FileSource {}
}
