package ringside.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.check.Observation.FileWritten;
import ringside.ring.PeerId;
import ringside.rules.RulesFile;

/** What is seen of the files that a peer writes (PROGRAMS 3.6). */
class FolderWatchTest {

    private static final FileTime OF_THE_ORIGINAL = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir private Path root;

    private final ObservationLog log = new ObservationLog();
    private Path folder;
    private FolderWatch watch;

    @BeforeEach
    void watchAnEmptyFolder() throws Exception {
        folder = Files.createDirectory(root.resolve("peer"));
        watch =
                new FolderWatch(
                        new PeerId(8),
                        folder,
                        RulesFile.read(Path.of("assets", "rules", "cdht-2019.json")).files(),
                        log);
    }

    private void receive() throws Exception {
        Path file = Files.writeString(folder.resolve("received_file.pdf"), "content");
        Files.setLastModifiedTime(file, OF_THE_ORIGINAL);
    }

    /** A file is told when it has not changed between two looks. */
    private void lookTwice() {
        watch.look();
        watch.look();
    }

    private long told() {
        return log.all().stream().filter(FileWritten.class::isInstance).count();
    }

    @Test
    void aFileIsToldOnce() throws Exception {
        receive();
        lookTwice();
        lookTwice();
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void aFileThatIsSetAsideIsToldAgainWhenOneLikeItComes() throws Exception {
        receive();
        lookTwice();
        watch.setAside("received_file.pdf");
        receive();
        lookTwice();
        assertThat(told()).isEqualTo(2);
    }
}
