package ringside.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.BesideOthers;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.StatusEntry;

@BesideOthers
class RecorderTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path folder;

    private static StatusEntry entry(long at) {
        return new StatusEntry(at, new PeerId(5), new LifeEvent.Running());
    }

    private List<StatusEntry> read() throws IOException {
        List<StatusEntry> read = new ArrayList<>();
        RecordingReader.read(folder.resolve("ring.ringside"), read::add);
        return read;
    }

    @Test
    void eventsReachTheDiskSoonWithoutClosing() throws IOException {
        try (Recorder recorder = Recorder.start(folder, "ring", problem -> {})) {
            recorder.accept(entry(1));
            recorder.accept(entry(2));
            await("entries on the disk")
                    .atMost(LONG)
                    .ignoreExceptions()
                    .until(this::read, read -> read.size() == 2);
            assertThat(recorder.lost()).isZero();
        }
    }

    @Test
    void closingWritesTheWaitingEvents() throws IOException {
        Recorder recorder = Recorder.start(folder, "ring", problem -> {});
        for (int i = 0; i < 50_000; i++) {
            recorder.accept(entry(i));
        }
        recorder.close();
        assertThat(read()).hasSize(50_000);
    }

    @Test
    void aFullDiskEndsTheRecordingWithOneSentence() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full");
        Files.createSymbolicLink(folder.resolve("ring.ringside"), full);
        List<String> problems = new CopyOnWriteArrayList<>();
        try (Recorder recorder = Recorder.start(folder, "ring", problems::add)) {
            recorder.accept(entry(1));
            await("the report").atMost(LONG).until(() -> problems, words -> !words.isEmpty());
            recorder.accept(entry(2));
        }
        Files.delete(folder.resolve("ring.ringside"));
        assertThat(problems).singleElement().asString().contains("the ring goes on");
    }

    @Test
    void lostEventsAreCountedAndReportedOnce() throws IOException {
        List<String> problems = new CopyOnWriteArrayList<>();
        try (Recorder recorder = new Recorder(folder, "ring", 2, problems::add)) {
            for (int i = 0; i < 5; i++) {
                recorder.accept(entry(i));
            }
            assertThat(recorder.lost()).isEqualTo(3);
            recorder.begin();
        }
        assertThat(problems).singleElement().asString().contains("lacks 3 events");
        assertThat(read()).hasSize(2);
    }

    @Test
    void eventsAfterTheEndOfTheRecordingAreNotCountedAsLost() throws IOException {
        List<String> problems = new CopyOnWriteArrayList<>();
        Recorder recorder = new Recorder(folder.resolve("gone"), "ring", 1, problems::add);
        recorder.begin();
        recorder.close();
        recorder.accept(entry(1));
        recorder.accept(entry(2));
        assertThat(recorder.lost()).isZero();
        assertThat(problems).hasSize(1);
    }
}
