package ringside.app.window;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.app.base.LanguageChoice;
import ringside.app.base.RingLayout;
import ringside.app.base.TextSize;
import ringside.app.base.ThemeChoice;
import ringside.app.peers.PeerColumn;
import ringside.app.peers.PeersLooks;
import ringside.app.peers.SortKey;
import ringside.app.ring.EdgeKind;
import ringside.export.AtomicFile;

/** Stores the state of the window in a properties file; a damaged file counts as none. */
public final class WindowMemoryFile implements WindowMemory {

    private final Path file;

    /** Returns the memory of this user's windows, in {@code ~/.ringside}. */
    public static WindowMemoryFile ofThisUser() {
        return new WindowMemoryFile(
                Path.of(System.getProperty("user.home"), ".ringside", "window.properties"));
    }

    /** Uses a file, which need not exist yet. */
    public WindowMemoryFile(Path file) {
        this.file = file;
    }

    @Override
    public Kept load() {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
            return new Kept(
                    number(kept, "x"),
                    number(kept, "y"),
                    number(kept, "width"),
                    number(kept, "height"),
                    Boolean.parseBoolean(kept.getProperty("maximized")),
                    ThemeChoice.valueOf(kept.getProperty("theme", "")),
                    RingLayout.valueOf(kept.getProperty("layout", "")),
                    LanguageChoice.valueOf(
                            kept.getProperty("language", Kept.FIRST.language().name())),
                    TextSize.valueOf(kept.getProperty("textSize", Kept.FIRST.size().name())),
                    arrangement(kept));
        } catch (IOException | IllegalArgumentException e) {
            return Kept.FIRST;
        }
    }

    private static Arrangement arrangement(Properties kept) {
        return new Arrangement(
                number(kept, "asideWidth"),
                number(kept, "eventsHeight"),
                number(kept, "inspectorShare"),
                edges(kept),
                kept.getProperty("tab", Arrangement.FIRST.tab()),
                peers(kept));
    }

    /** Reads the edges that are drawn; a file that is older than shortcuts does not hide them. */
    private static Set<EdgeKind> edges(Properties kept) {
        Stream<EdgeKind> unknown =
                kept.containsKey("hiddenEdges") ? Stream.of() : Stream.of(EdgeKind.SHORTCUT);
        return Stream.concat(words(kept, "edges").map(EdgeKind::valueOf), unknown)
                .collect(Collectors.toSet());
    }

    /** Reads the looks of the table; a file that is older than the table has none. */
    private static PeersLooks peers(Properties kept) {
        Set<PeerColumn> columns =
                words(kept, "peerColumns").map(PeerColumn::valueOf).collect(Collectors.toSet());
        List<SortKey> order = words(kept, "peerOrder").map(SortKey::parse).toList();
        return kept.containsKey("peerColumns") ? new PeersLooks(columns, order) : PeersLooks.USUAL;
    }

    private static Stream<String> words(Properties kept, String key) {
        return Stream.of(kept.getProperty(key, "").split(" ")).filter(word -> !word.isEmpty());
    }

    private static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    private static double number(Properties kept, String key) {
        return Double.parseDouble(kept.getProperty(key, ""));
    }

    @Override
    public void save(Kept now) {
        Properties kept = new Properties();
        kept.setProperty("x", Double.toString(now.x()));
        kept.setProperty("y", Double.toString(now.y()));
        kept.setProperty("width", Double.toString(now.width()));
        kept.setProperty("height", Double.toString(now.height()));
        kept.setProperty("maximized", Boolean.toString(now.maximized()));
        kept.setProperty("theme", now.theme().name());
        kept.setProperty("layout", now.layout().name());
        kept.setProperty("language", now.language().name());
        kept.setProperty("textSize", now.size().name());
        kept.setProperty("asideWidth", Double.toString(now.arrangement().asideWidth()));
        kept.setProperty("eventsHeight", Double.toString(now.arrangement().eventsHeight()));
        kept.setProperty("inspectorShare", Double.toString(now.arrangement().inspectorShare()));
        Set<EdgeKind> edges = now.arrangement().edges();
        kept.setProperty("edges", names(edges));
        kept.setProperty(
                "hiddenEdges",
                names(
                        Arrays.stream(EdgeKind.values())
                                .filter(kind -> !edges.contains(kind))
                                .toList()));
        kept.setProperty("tab", now.arrangement().tab());
        kept.setProperty("peerColumns", names(now.arrangement().peers().columns()));
        kept.setProperty(
                "peerOrder",
                now.arrangement().peers().order().stream()
                        .map(SortKey::toString)
                        .collect(Collectors.joining(" ")));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(
                    file,
                    temporary -> {
                        try (Writer writer = Files.newBufferedWriter(temporary)) {
                            kept.store(writer, null);
                        }
                    });
        } catch (IOException e) {
            // The next start then looks like a first one, which is not worth a message.
            return;
        }
    }
}
