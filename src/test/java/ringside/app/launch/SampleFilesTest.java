package ringside.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.ring.PeerId;
import ringside.status.EventSource;
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

    /** Enough to show whatever happened. */
    private static final int MANY = 10;

    @TempDir private Path folder;
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    private final SampleStore ring =
            (writer, sample, number) -> {
                told.add("store " + sample + " as " + number + " at " + writer);
                return CompletableFuture.completedFuture(null);
            };

    private final Queue<StatusEntry> happened = new ArrayDeque<>();

    private final EventSource events =
            (receiver, most) -> {
                int taken = 0;
                while (taken < most && !happened.isEmpty()) {
                    receiver.accept(happened.remove());
                    taken++;
                }
                return taken;
            };

    private static StatusEntry neighbours(PeerId peer, PeerId other) {
        return new StatusEntry(
                1,
                peer,
                new NeighbourEvent.NeighboursChanged(
                        List.of(other), List.of(other), NeighboursCause.STARTED));
    }

    private static void pass(SampleFiles files, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            files.drain(_ -> {}, Integer.MAX_VALUE);
        }
    }

    @Test
    void aFileOfTheDesktopDoesNotKeepTheOthersFromBeingStored() throws IOException {
        Files.writeString(folder.resolve(".DS_Store"), "of the Finder");
        Files.writeString(folder.resolve("Thumbs.db"), "of the Explorer");
        Files.writeString(folder.resolve("0100.txt"), "one");
        Files.writeString(folder.resolve("0200.txt"), "other");
        SampleFiles files = new SampleFiles(events, ring, folder, List.of(ONE, OTHER));

        happened.add(neighbours(ONE, OTHER));
        happened.add(new StatusEntry(2, OTHER, new LifeEvent.Running()));
        pass(files, MANY);
        assertThat(told).isEmpty();
        happened.add(neighbours(OTHER, ONE));
        pass(files, MANY);

        await("two files are stored").atMost(LONG).until(() -> told.size() >= 2);
        happened.add(neighbours(OTHER, ONE));
        pass(files, MANY);
        assertThat(told)
                .containsExactly(
                        "store " + folder.resolve("0100.txt") + " as 0100 at 14",
                        "store " + folder.resolve("0200.txt") + " as 0200 at 43");
    }

    /** A single peer has no neighbours to know: it is ready when it runs. */
    @Test
    void aPeerAloneGetsTheSampleFilesAsSoonAsItsWindowShowsThatItRuns() throws IOException {
        Files.writeString(folder.resolve("2012.txt"), "one");
        SampleFiles files = new SampleFiles(events, ring, folder, List.of(ONE));

        happened.add(new StatusEntry(1, ONE, new LifeEvent.Running()));
        pass(files, MANY);

        await("a file is stored").atMost(LONG).until(() -> !told.isEmpty());
        assertThat(told).containsExactly("store " + folder.resolve("2012.txt") + " as 2012 at 14");
    }

    /** Their transfers would take the processor from the first picture. */
    @Test
    void nothingIsStoredBeforeThePictureOfTheRingIsPainted() throws IOException {
        Files.writeString(folder.resolve("2012.txt"), "one");
        SampleFiles files = new SampleFiles(events, ring, folder, List.of(ONE));
        happened.add(new StatusEntry(1, ONE, new LifeEvent.Running()));

        pass(files, 2);
        assertThat(told).isEmpty();
        pass(files, 1);

        await("a file is stored").atMost(LONG).until(() -> !told.isEmpty());
    }
}
