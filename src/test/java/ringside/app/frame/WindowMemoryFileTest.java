package ringside.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.frame.WindowMemory.Kept;
import ringside.app.frame.WindowMemory.Rooms;
import ringside.app.ring.EdgeKind;
import ringside.app.ring.RingLayout;

class WindowMemoryFileTest {

    @TempDir Path folder = Path.of("");

    private WindowMemoryFile memory() {
        return new WindowMemoryFile(folder.resolve("window.properties"));
    }

    private static Kept with(Rooms rooms) {
        return new Kept(
                10, 20, 1280, 720, true, ThemeChoice.LIGHT, RingLayout.EVENLY_SPACED, rooms);
    }

    @Test
    void whatIsKeptIsThereTheNextTime() {
        Kept kept =
                with(
                        new Rooms(
                                420,
                                Rooms.USUAL,
                                0.3,
                                Set.of(EdgeKind.FIRST_SUCCESSOR, EdgeKind.FIRST_PREDECESSOR),
                                "charts"));
        memory().save(kept);
        assertThat(memory().load()).isEqualTo(kept);
    }

    @Test
    void aWindowWithoutEdgesStaysOne() {
        Kept kept = with(new Rooms(Rooms.USUAL, 200, Rooms.USUAL, Set.of(), "ladder"));
        memory().save(kept);
        assertThat(memory().load()).isEqualTo(kept);
    }

    @Test
    void aFileOfAnotherTimeIsAFirstStart() throws IOException {
        Files.writeString(folder.resolve("window.properties"), "x=1\ny=2\nedges=SIDEWAYS\n");
        assertThat(memory().load()).isEqualTo(Kept.FIRST);
    }
}
