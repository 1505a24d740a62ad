package ringside.app.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import ringside.node.UsageException;
import ringside.text.Messages;

/** The recording that a command reads. */
final class RecordingFile {

    private static final String ENDING = ".ringside";

    private RecordingFile() {}

    /**
     * Checks that there is a file.
     *
     * @throws UsageException if there is none
     */
    static void require(Path file) throws UsageException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(Messages.LAUNCH.format("replay.missing", file));
        }
    }

    /** Returns the file with the same name beside a recording, but with another ending. */
    static Path beside(Path recording, String ending) {
        String name = String.valueOf(recording.getFileName());
        String bare =
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return recording.resolveSibling(bare + ending);
    }
}
