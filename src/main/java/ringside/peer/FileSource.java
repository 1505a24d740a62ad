package ringside.peer;

import ringside.ring.FileNumber;

/** The place to read a file from. */
public sealed interface FileSource {

    /** The files held for the ring, or else the {@code --files} folder. */
    record Anywhere(FileNumber number) implements FileSource {}

    /** The files held for the ring, and nothing else. */
    record Held(FileNumber number) implements FileSource {}

    /** A local path typed by the user, to be stored under this file number. */
    record Path(String path, FileNumber number) implements FileSource {}
}
