package ringside.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import ringside.status.StatusEntry;

/**
 * An endless recording of bounded size: a full file becomes the newest of the older parts, and a
 * new one begins with a checkpoint. For one thread.
 */
public final class RecordingParts implements AutoCloseable {

    /** Size of a part: an hour and a half of a ring of 12 peers, which is read in a few seconds. */
    static final long PART_BYTES = 32L << 20;

    /** Older parts kept beside the current one: 128 MiB per run in all. */
    static final int OLDER_PARTS = 3;

    private static final String ENDING = ".ringside";

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

    /**
     * Begins a recording whose parts have {@value #PART_BYTES} bytes.
     *
     * @param folder must exist
     * @param name name of the newest part, without its ending; older parts get a number
     * @throws IOException when the file cannot be written
     */
    public static RecordingParts begin(Path folder, String name) throws IOException {
        return new RecordingParts(folder, name, PART_BYTES);
    }

    /**
     * Returns the files of a recording that was cut in parts, oldest first; of any other, the file
     * alone. Each part begins with the events of a checkpoint, which earlier parts hold, too.
     *
     * @param newest the part that was written last
     */
    public static List<Path> of(Path newest) {
        String name = String.valueOf(newest.getFileName());
        if (!name.endsWith(ENDING)) {
            return List.of(newest);
        }
        String bare = name.substring(0, name.length() - ENDING.length());
        return IntStream.rangeClosed(0, OLDER_PARTS)
                .map(younger -> OLDER_PARTS - younger)
                .mapToObj(age -> newest.resolveSibling(fileName(bare, age)))
                .filter(part -> part.equals(newest) || Files.isRegularFile(part))
                .toList();
    }

    private static String fileName(String name, int age) {
        return name + (age == 0 ? "" : "-" + age) + ENDING;
    }

    /** Returns the file of a part: 0 is the newest. */
    private Path part(int age) {
        return folder.resolve(fileName(name, age));
    }

    /**
     * Adds an event; begins a new part when the current one is full.
     *
     * @throws IOException when the disk takes no more
     */
    public void write(StatusEntry entry) throws IOException {
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
