package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.base.RingLayout;
import ringside.app.base.ThemeChoice;
import ringside.app.ring.EdgeKind;
import ringside.app.window.WindowMemory.Arrangement;
import ringside.app.window.WindowMemory.Kept;

class WindowMemoryFileTest {

    @TempDir Path folder = Path.of("");

    private WindowMemoryFile memory() {
        return new WindowMemoryFile(folder.resolve("window.properties"));
    }

    private static Kept with(Arrangement views) {
        return new Kept(
                10, 20, 1280, 720, true, ThemeChoice.LIGHT, RingLayout.EVENLY_SPACED, views);
    }

    @Test
    void theMemoryIsThereTheNextTime() {
        Kept kept =
                with(
                        new Arrangement(
                                420,
                                Arrangement.USUAL,
                                0.3,
                                Set.of(EdgeKind.FIRST_SUCCESSOR, EdgeKind.FIRST_PREDECESSOR),
                                "charts"));
        memory().save(kept);
        assertThat(memory().load()).isEqualTo(kept);
    }

    @Test
    void aWindowWithoutEdgesStaysOne() {
        Kept kept =
                with(
                        new Arrangement(
                                Arrangement.USUAL, 200, Arrangement.USUAL, Set.of(), "ladder"));
        memory().save(kept);
        assertThat(memory().load()).isEqualTo(kept);
    }

    @Test
    void aFileOfAnotherTimeIsAFirstStart() throws IOException {
        Files.writeString(folder.resolve("window.properties"), "x=1\ny=2\nedges=SIDEWAYS\n");
        assertThat(memory().load()).isEqualTo(Kept.FIRST);
    }
}
