package ringside.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The notes beside a recording. May be used from any thread; waits for the disk. */
public final class RunNotesFile {

    private final Sidecar<RunNotes> file;

    /** Uses the notes of a recording, which need not exist yet. */
    public RunNotesFile(Path recording) {
        this.file = new Sidecar<>(recording, ".notes.json", RunNotes.class);
    }

    /** Returns the notes; none if nobody has written any, or if they cannot be read. */
    public RunNotes read() {
        return file.read().orElse(RunNotes.NONE);
    }

    /**
     * Changes the notes as they are on the disk, so that two windows may each change their part.
     *
     * @return the notes from now on
     * @throws IOException if they cannot be written; the old ones are then still there
     */
    public RunNotes change(UnaryOperator<RunNotes> change) throws IOException {
        RunNotes changed = change.apply(read());
        file.write(changed);
        return changed;
    }
}
