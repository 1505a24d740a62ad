package ringside.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ringside.recording.RecordingParts;
import ringside.recording.RecordingReader;
import ringside.supervisor.RunFolders;

/**
 * The runs in a folder of runs.
 *
 * <p>Any thread may call, and waits for the disk.
 *
 * @param folder of all runs
 */
public record PastRuns(Path folder) {

    private static final String SUMMARY = ".summary.json";

    /**
     * Returns the runs that have a recording, newest first.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<PastRun> list() throws IOException {
        List<PastRun> runs = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return runs;
        }
        for (Path run : RunFolders.newestFirst(folder)) {
            Path recording = run.resolve(RunFolders.RECORDING);
            if (Files.isRegularFile(recording)) {
                runs.add(
                        new PastRun(
                                recording,
                                Files.getLastModifiedTime(recording).toInstant(),
                                bytesIn(run),
                                new RunNotesFile(recording).read(),
                                stateOf(run)));
            }
        }
        return runs;
    }

    private static PastRun.State stateOf(Path run) {
        return RunFolders.isAlive(run) ? PastRun.State.RUNNING : PastRun.State.OVER;
    }

    private static long bytesIn(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile).mapToLong(PastRuns::size).sum();
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** Returns the size of a file; one that has just gone has none. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Returns what happened in a run, in all parts that are left of its recording: as it was
     * counted before, unless the recording has grown.
     *
     * @throws IOException if the recording cannot be read
     */
    public static RunSummary summaryOf(Path recording) throws IOException {
        Sidecar<RunSummary> kept = new Sidecar<>(recording, SUMMARY, RunSummary.class);
        List<Path> parts = RecordingParts.of(recording);
        long bytes = 0;
        for (Path part : parts) {
            bytes += Files.size(part);
        }
        RunSummary before = kept.read().orElse(null);
        if (before != null && before.bytes() == bytes) {
            return before;
        }
        RunSummary.Counter counter = new RunSummary.Counter();
        for (Path part : parts) {
            RecordingReader.read(part, counter);
        }
        RunSummary counted = counter.summary(bytes);
        try {
            kept.write(counted);
        } catch (IOException e) {
            // On a disk that cannot be written, it is counted again the next time.
            return counted;
        }
        return counted;
    }

    /** Returns whether somebody keeps the run of a folder. */
    public static boolean isKept(Path run) {
        return new RunNotesFile(run.resolve(RunFolders.RECORDING)).read().kept();
    }

    /**
     * Deletes a run with all that it holds.
     *
     * @throws IOException if something of it stays
     */
    public static void delete(PastRun run) throws IOException {
        RunFolders.deleteRun(run.recording().resolveSibling(""));
    }
}
