package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.app.base.LanguageChoice;
import ringside.app.base.RingLayout;
import ringside.app.base.TextSize;
import ringside.app.base.ThemeChoice;
import ringside.app.peers.PeerColumn;
import ringside.app.peers.PeersLooks;
import ringside.app.peers.SortKey;
import ringside.app.peers.SortKey.Direction;
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
                10,
                20,
                1280,
                720,
                true,
                ThemeChoice.LIGHT,
                RingLayout.EVENLY_SPACED,
                LanguageChoice.GERMAN,
                TextSize.PERCENT_150,
                views);
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
                                "charts",
                                new PeersLooks(
                                        Set.of(PeerColumn.PEER, PeerColumn.AGE),
                                        List.of(
                                                new SortKey(PeerColumn.AGE, Direction.DESCENDING),
                                                new SortKey(
                                                        PeerColumn.PEER, Direction.ASCENDING)))));
        memory().save(kept);
        assertThat(memory().load()).isEqualTo(kept);
    }

    @Test
    void aWindowWithoutEdgesStaysOne() {
        Kept kept =
                with(
                        new Arrangement(
                                Arrangement.USUAL,
                                200,
                                Arrangement.USUAL,
                                Set.of(),
                                "ladder",
                                PeersLooks.USUAL));
        memory().save(kept);
        assertThat(memory().load()).isEqualTo(kept);
    }

    @Test
    void aFileOfAnotherTimeIsAFirstStart() throws IOException {
        Files.writeString(folder.resolve("window.properties"), "x=1\ny=2\nedges=SIDEWAYS\n");
        assertThat(memory().load()).isEqualTo(Kept.FIRST);
    }

    @Test
    void aFileThatIsOlderThanShortcutsDoesNotHideThem() throws IOException {
        memory().save(with(Arrangement.FIRST));
        Path file = folder.resolve("window.properties");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("hiddenEdges"))
                        .map(line -> line.startsWith("edges=") ? "edges=FIRST_SUCCESSOR" : line)
                        .toList());
        assertThat(memory().load().arrangement().edges())
                .containsExactlyInAnyOrder(EdgeKind.FIRST_SUCCESSOR, EdgeKind.SHORTCUT);
    }
}
