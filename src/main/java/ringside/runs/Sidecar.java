package ringside.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.export.AtomicFile;
import ringside.json.MalformedRecordException;
import ringside.json.RecordMapper;

/** A file beside a recording that holds one record. May be used from any thread. */
final class Sidecar<R extends Record> {

    private static final String ENDING = ".ringside";

    /** More is not from this program. */
    private static final long MOST_BYTES = 1_000_000;

    private final Path file;
    private final RecordMapper<R> mapper;

    /** Uses the file of a recording that is called as the recording, with another ending. */
    Sidecar(Path recording, String ending, Class<R> type) {
        String name = String.valueOf(recording.getFileName());
        String bare =
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        this.file = recording.resolveSibling(bare + ending);
        this.mapper = RecordMapper.tolerant(type, Set.of(), Map.of());
    }

    /** Returns the record; empty if there is no file, or one that cannot be understood. */
    Optional<R> read() {
        try {
            return Files.size(file) > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(mapper.read(Files.readString(file)));
        } catch (IOException | MalformedRecordException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the record in place of what was there.
     *
     * @throws IOException if it cannot be written; the old one is then still there
     */
    void write(R content) throws IOException {
        AtomicFile.write(file, mapper.write(content));
    }
}
