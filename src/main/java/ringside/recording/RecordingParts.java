package ringside.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import ringside.status.StatusEntry;

/**
 * An endless recording of bounded size: a full file becomes the newest of the older parts, and a
 * new one begins with a checkpoint. For one thread.
 */
final class RecordingParts implements AutoCloseable {

    /** Size of a part: an hour and a half of a ring of 12 peers, which is read in a few seconds. */
    static final long PART_BYTES = 32L << 20;

    /** Older parts kept beside the current one: 128 MiB per run in all. */
    static final int OLDER_PARTS = 3;

    private final Path folder;
    private final String name;
    private final long partBytes;
    private final Checkpoint checkpoint = new Checkpoint();
    private RecordingWriter writer;

    /**
     * Begins the first part.
     *
     * @param folder must exist
     * @param name name of the newest part, without its ending; older parts get a number
     * @param partBytes size at which a new part begins
     */
    RecordingParts(Path folder, String name, long partBytes) throws IOException {
        this.folder = folder;
        this.name = name;
        this.partBytes = partBytes;
        this.writer = RecordingWriter.create(part(0));
    }

    /** Returns the file of a part: 0 is the newest. */
    private Path part(int age) {
        String number = age == 0 ? "" : "-" + age;
        return folder.resolve(name + number + ".ringside");
    }

    void write(StatusEntry entry) throws IOException {
        if (writer.bytes() >= partBytes) {
            begin();
        }
        writer.write(entry);
        checkpoint.add(entry);
    }

    private void begin() throws IOException {
        writer.close();
        for (int age = OLDER_PARTS; age > 0; age--) {
            if (Files.exists(part(age - 1))) {
                Files.move(part(age - 1), part(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        writer = RecordingWriter.create(part(0));
        for (StatusEntry entry : checkpoint.entries()) {
            writer.write(entry);
        }
    }

    void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
