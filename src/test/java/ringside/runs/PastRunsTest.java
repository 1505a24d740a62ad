package ringside.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.recording.RecordingWriter;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.LookupEvent;
import ringside.status.LookupPurpose;
import ringside.status.ProcessEvent;
import ringside.status.ProcessEvent.ExitKind;
import ringside.status.StatusEntry;
import ringside.status.StatusEvent;
import ringside.supervisor.RunFolder;
import ringside.supervisor.RunFolders;

/** The list of runs, and what somebody writes about them (WINDOW 16.4). */
class PastRunsTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0);

    @TempDir private Path folder;

    private long micros = 1_000_000;

    private PastRuns runs() {
        return new PastRuns(folder);
    }

    private StatusEntry entry(int peer, StatusEvent event) {
        micros += 1_000_000;
        return new StatusEntry(micros, new PeerId(peer), event);
    }

    /** Writes a run of three peers of which one quits, one is killed and one crashes. */
    private Path record(LocalDateTime began) throws IOException {
        try (RunFolder run = RunFolders.create(folder, began)) {
            Path recording = run.path().resolve(RunFolders.RECORDING);
            write(recording);
            return recording;
        }
    }

    private void write(Path recording) throws IOException {
        FileNumber number = new FileNumber("2012");
        try (RecordingWriter writer = RecordingWriter.create(recording)) {
            for (int peer = 1; peer <= 3; peer++) {
                writer.write(entry(peer, new LifeEvent.Running()));
            }
            for (LookupPurpose purpose : LookupPurpose.values()) {
                writer.write(
                        entry(1, new LookupEvent.LookupSent(7, purpose, number, new PeerId(2), 1)));
                writer.write(
                        entry(1, new LookupEvent.LookupSent(7, purpose, number, new PeerId(2), 2)));
            }
            writer.write(entry(1, new ProcessEvent.ProcessEnded(ExitKind.QUIT, 0, "")));
            writer.write(entry(2, new ProcessEvent.ProcessKilled()));
            writer.write(entry(2, new ProcessEvent.ProcessEnded(ExitKind.KILLED, 137, "")));
            writer.write(entry(3, new ProcessEvent.ProcessEnded(ExitKind.CRASHED, 1, "")));
        }
    }

    @Test
    void theRunThatWasWrittenLastComesFirst() throws IOException {
        Path old = record(NOON);
        Path young = record(NOON.plusHours(1));
        Files.setLastModifiedTime(old, FileTime.from(Instant.ofEpochSecond(1_000)));
        Files.createDirectory(folder.resolve("2026-03-01T14-00-00"));
        assertThat(runs().list()).extracting(PastRun::recording).containsExactly(young, old);
        assertThat(runs().list()).extracting(PastRun::state).containsOnly(PastRun.State.OVER);
        assertThat(new PastRuns(folder.resolve("none")).list()).isEmpty();
    }

    @Test
    void aRunOfThisProcessRuns() throws IOException {
        try (RunFolder run = RunFolders.create(folder, NOON)) {
            write(run.path().resolve(RunFolders.RECORDING));
            assertThat(runs().list().getFirst().state()).isEqualTo(PastRun.State.RUNNING);
        }
        assertThat(runs().list().getFirst().state()).isEqualTo(PastRun.State.OVER);
    }

    @Test
    void aSummaryCountsWhatHappened() throws IOException {
        Path recording = record(NOON);
        RunSummary summary = PastRuns.summaryOf(recording);
        assertThat(summary)
                .isEqualTo(
                        new RunSummary(
                                Files.size(recording), 2_000_000, 14_000_000, 3, 1, 1, 1, 1));
    }

    /** A part begins with a checkpoint, which repeats events of the part before. */
    @Test
    void aRunThatWasCutInPartsIsCountedWhole() throws IOException {
        Path newest = record(NOON);
        Path older = newest.resolveSibling("ring-1.ringside");
        Path oldest = newest.resolveSibling("ring-2.ringside");
        Files.move(newest, oldest);
        StatusEntry left = entry(4, new ProcessEvent.ProcessEnded(ExitKind.QUIT, 0, ""));
        StatusEntry killed = entry(5, new ProcessEvent.ProcessKilled());
        for (Path part : List.of(older, newest)) {
            try (RecordingWriter writer = RecordingWriter.create(part)) {
                writer.write(left);
                writer.write(killed);
            }
        }
        assertThat(PastRuns.summaryOf(newest))
                .isEqualTo(
                        new RunSummary(
                                Files.size(oldest) + Files.size(older) + Files.size(newest),
                                2_000_000,
                                16_000_000,
                                3,
                                2,
                                2,
                                1,
                                1));
    }

    @Test
    void aSummaryIsCountedAgainOnlyWhenTheRecordingHasGrown() throws IOException {
        Path recording = record(NOON);
        PastRuns.summaryOf(recording);
        Path kept = recording.resolveSibling("ring.summary.json");
        Files.writeString(kept, Files.readString(kept).replace("\"kills\":1", "\"kills\":99"));
        assertThat(PastRuns.summaryOf(recording).kills()).isEqualTo(99);
        Files.writeString(recording, Files.readString(recording) + "no event\n");
        assertThat(PastRuns.summaryOf(recording).kills()).isEqualTo(1);
    }

    @Test
    void aNameAndBookmarksAreWrittenBesideEachOther() throws IOException {
        Path recording = record(NOON);
        RunNotesFile file = new RunNotesFile(recording);
        assertThat(file.read()).isEqualTo(RunNotes.NONE);
        file.change(notes -> notes.named("the heal"));
        file.change(
                notes -> notes.marked(List.of(new Bookmark(9, "late"), new Bookmark(5, "early"))));
        assertThat(runs().list().getFirst().notes())
                .isEqualTo(
                        new RunNotes(
                                "the heal",
                                false,
                                List.of(new Bookmark(5, "early"), new Bookmark(9, "late"))));
    }

    @Test
    void notesThatCannotBeReadAreNone() throws IOException {
        Path recording = record(NOON);
        Files.writeString(recording.resolveSibling("ring.notes.json"), "{\"name\":7");
        assertThat(new RunNotesFile(recording).read()).isEqualTo(RunNotes.NONE);
    }

    @Test
    void aRunThatIsKeptOutlivesYoungerOnes() throws IOException {
        Path recording = record(NOON);
        new RunNotesFile(recording).change(RunNotes::toggled);
        for (int minute = 1; minute <= RunFolders.KEPT + 2; minute++) {
            try (RunFolder run = RunFolders.create(folder, NOON.plusMinutes(minute))) {
                RunFolders.deleteOldest(run, Instant.now(), PastRuns::isKept);
            }
        }
        assertThat(recording).exists();
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(RunFolders.KEPT + 1);
        }
    }

    @Test
    void aDeletedRunIsGone() throws IOException {
        Path recording = record(NOON);
        PastRuns.delete(runs().list().getFirst());
        assertThat(recording.getParent()).doesNotExist();
    }

    @Test
    void nothingButTheFolderOfARunIsDeleted() throws IOException {
        Path file = Files.createDirectory(folder.resolve("mine")).resolve("ring.ringside");
        write(file);
        PastRun foreign = new PastRun(file, Instant.EPOCH, 0, RunNotes.NONE, PastRun.State.OVER);
        assertThatThrownBy(() -> PastRuns.delete(foreign)).isInstanceOf(IOException.class);
        assertThat(file).exists();
    }
}
