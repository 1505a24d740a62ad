package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent;
import ringside.status.NeighboursCause;
import ringside.status.StatusEntry;
import ringside.supervisor.SampleStore;

/** The sample files are stored when all peers of the ring know their neighbours. */
class SampleFilesTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final PeerId ONE = new PeerId(14);
    private static final PeerId OTHER = new PeerId(43);

    @TempDir private Path folder;
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    private final SampleStore ring =
            (writer, sample, number) -> {
                told.add("store " + sample + " as " + number + " at " + writer);
                return CompletableFuture.completedFuture(null);
            };

    private static StatusEntry neighbours(PeerId peer, PeerId other) {
        return new StatusEntry(
                1,
                peer,
                new NeighbourEvent.NeighboursChanged(
                        List.of(other), List.of(other), NeighboursCause.STARTED));
    }

    @Test
    void aFileOfTheDesktopDoesNotKeepTheOthersFromBeingStored() throws IOException {
        Files.writeString(folder.resolve(".DS_Store"), "of the Finder");
        Files.writeString(folder.resolve("Thumbs.db"), "of the Explorer");
        Files.writeString(folder.resolve("0100.txt"), "one");
        Files.writeString(folder.resolve("0200.txt"), "other");
        SampleFiles files = new SampleFiles(ring, folder, List.of(ONE, OTHER));

        files.accept(neighbours(ONE, OTHER));
        files.accept(new StatusEntry(2, OTHER, new LifeEvent.Running()));
        assertThat(told).isEmpty();
        files.accept(neighbours(OTHER, ONE));

        await("two files are stored").atMost(LONG).until(() -> told.size() >= 2);
        files.accept(neighbours(OTHER, ONE));
        assertThat(told)
                .containsExactly(
                        "store " + folder.resolve("0100.txt") + " as 0100 at 14",
                        "store " + folder.resolve("0200.txt") + " as 0200 at 43");
    }

    /** A single peer has no neighbours to know: it is ready when it runs. */
    @Test
    void aPeerAloneGetsTheSampleFilesAsSoonAsItRuns() throws IOException {
        Files.writeString(folder.resolve("2012.txt"), "one");
        SampleFiles files = new SampleFiles(ring, folder, List.of(ONE));

        files.accept(new StatusEntry(1, ONE, new LifeEvent.Running()));

        await("a file is stored").atMost(LONG).until(() -> !told.isEmpty());
        assertThat(told).containsExactly("store " + folder.resolve("2012.txt") + " as 2012 at 14");
    }
}
