package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.NeedsFonts;
import ringside.app.base.Desktop;
import ringside.app.base.LanguageChoice;
import ringside.app.base.RingLayout;
import ringside.app.base.TextSize;
import ringside.app.base.ThemeChoice;
import ringside.status.PeerSettings;

/** The first frame has its final layout, however long the second one takes (WINDOW 10.5). */
@NeedsFonts
@ExtendWith(OnJavaFxThread.class)
class FirstFrameWindowTest {

    private static final Duration FRAME = Duration.ofMillis(16);

    /** The peers' discs and the panes around them. */
    private static final List<String> PLACES =
            List.of(
                    "#peer-43",
                    "#peer-104",
                    "#ring",
                    ".legend",
                    "#inspector",
                    "#details",
                    "#tab-ladder",
                    "#timeline-strip",
                    "#events",
                    "#status");

    /** The halos of discs change by less, in pixels. */
    private static final double NEAR = 2;

    private final ManualFrames frames = new ManualFrames();

    private record Remembered(Kept kept) implements WindowMemory {
        @Override
        public Kept load() {
            return kept;
        }

        @Override
        public void save(Kept now) {}
    }

    private static WindowMemory memory(double width, double height, boolean maximized) {
        return new Remembered(
                new WindowMemory.Kept(
                        40,
                        30,
                        width,
                        height,
                        maximized,
                        ThemeChoice.DARK,
                        RingLayout.BY_ID,
                        LanguageChoice.DESKTOP,
                        TextSize.PERCENT_100,
                        WindowMemory.Arrangement.FIRST));
    }

    private static final class NoRooms implements WindowMemory.Arranged {
        @Override
        public void restore(WindowMemory.Arrangement kept) {}

        @Override
        public WindowMemory.Arrangement kept() {
            return WindowMemory.Arrangement.FIRST;
        }
    }

    /** Everything stays where it is but what the ring itself adds, such as the ladder's bar. */
    @ParameterizedTest
    @CsvSource({"900, 620", "1024, 700", "1440, 900"})
    void nothingMovesAfterTheFirstFrame(double width, double height) {
        ScriptedRing ring = new ScriptedRing(frames::micros, 14, 43, 77, 104);
        Stage stage = new Stage();
        new RingWindow(
                        new WindowOptions(
                                ring,
                                new WindowOptions.RunningRing(
                                        PeerSettings.DEFAULTS,
                                        50_000,
                                        Path.of("/tmp/run"),
                                        ring,
                                        ProjectScenarios.HERE)),
                        stage,
                        new NoDesktop(),
                        memory(width, height, false),
                        frames)
                .show();
        frames.advance(FRAME);
        List<Bounds> first = placesIn(stage);
        for (int i = 0; i < 20; i++) {
            frames.advance(FRAME);
            WindowFixture.settle();
            assertThat(placesIn(stage))
                    .usingElementComparator(FirstFrameWindowTest::compare)
                    .containsExactlyElementsOf(first);
        }
        stage.hide();
    }

    private static List<Bounds> placesIn(Stage stage) {
        return PLACES.stream().map(query -> placeOf(stage, query)).toList();
    }

    private static int compare(Bounds one, Bounds other) {
        boolean isSame =
                Math.abs(one.getMinX() - other.getMinX()) < NEAR
                        && Math.abs(one.getMinY() - other.getMinY()) < NEAR
                        && Math.abs(one.getMaxX() - other.getMaxX()) < NEAR
                        && Math.abs(one.getMaxY() - other.getMaxY()) < NEAR;
        return isSame ? 0 : 1;
    }

    private static Bounds placeOf(Stage stage, String query) {
        Node node = stage.getScene().lookup(query);
        return node.localToScene(node.getBoundsInLocal());
    }

    @Test
    void aMaximizedWindowIsLaidOutForTheWholeScreenBeforeItIsShown() {
        Stage stage = new Stage();
        Scene scene = new Scene(new Pane());
        WindowPlacement frame =
                new WindowPlacement(
                        stage,
                        scene,
                        memory(900, 620, true),
                        new SimpleObjectProperty<>(RingLayout.BY_ID),
                        new NoRooms());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertThat(stage.isMaximized()).isTrue();
        assertThat(stage.getWidth()).isEqualTo(screen.getWidth());
        assertThat(stage.getHeight()).isEqualTo(screen.getHeight());
        frame.close();
    }

    @Test
    void theFirstLayoutHasItsBordersWhereTheyBelong() {
        SplitPane aside = new SplitPane(new Pane(), new Pane());
        aside.setOrientation(Orientation.VERTICAL);
        SplitPane columns = new SplitPane(new Pane(), aside);
        Pane timeline = new Pane();
        SplitPane rows = new SplitPane(columns, new BorderPane(timeline));
        rows.setOrientation(Orientation.VERTICAL);
        Dividers dividers = new Dividers(columns, rows, aside, timeline);
        BorderPane root = new BorderPane(rows);
        Scene scene = new Scene(root, 1_440, 860);
        root.applyCss();
        root.layout();
        assertThat(scene.getWidth() * (1 - columns.getDividerPositions()[0]))
                .isEqualTo(500, within(4.0));
        assertThat(rows.getHeight() * (1 - rows.getDividerPositions()[0]))
                .isEqualTo(189, within(4.0));
        assertThat(aside.getDividerPositions()[0]).isEqualTo(0.34, within(0.01));
        assertThat(dividers.asideWidth()).isNaN();
    }

    /** A desktop that opens nothing. */
    private static final class NoDesktop implements Desktop {
        @Override
        public void open(Path path) {}

        @Override
        public Optional<Path> chooseFile(javafx.stage.Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseRecording(javafx.stage.Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseRecordingToSave(javafx.stage.Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToSave(javafx.stage.Window owner, String fileName) {
            return Optional.empty();
        }

        @Override
        public Path runs() {
            return Path.of("no-runs");
        }
    }
}
