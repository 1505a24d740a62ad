package ringside.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
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
import ringside.NeedsFonts;
import ringside.app.base.Desktop;
import ringside.app.base.RingLayout;
import ringside.app.base.ThemeChoice;
import ringside.status.PeerSettings;

/** The first frame has its final layout, however long the second one takes (WINDOW 10.5). */
@NeedsFonts
@ExtendWith(OnJavaFxThread.class)
class FirstFrameWindowTest {

    private static final Duration FRAME = Duration.ofMillis(16);

    private final ManualFrames frames = new ManualFrames();

    private record Remembered(Kept kept) implements WindowMemory {
        @Override
        public Kept load() {
            return kept;
        }

        @Override
        public void save(Kept now) {}
    }

    private static WindowMemory memory(boolean maximized) {
        return new Remembered(
                new WindowMemory.Kept(
                        40,
                        30,
                        900,
                        620,
                        maximized,
                        ThemeChoice.DARK,
                        RingLayout.BY_ID,
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

    @Test
    void theRingIsDrawnInItsPlaceByTheFirstFrame() {
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
                        memory(false),
                        frames)
                .show();
        frames.advance(FRAME);
        Bounds first = placeOf(stage, "#peer-43");
        double border = columns(stage).getDividerPositions()[0];
        for (int i = 0; i < 20; i++) {
            frames.advance(FRAME);
            WindowFixture.settle();
        }
        Bounds last = placeOf(stage, "#peer-43");
        assertThat(first.getCenterX()).isEqualTo(last.getCenterX(), within(2.0));
        assertThat(first.getCenterY()).isEqualTo(last.getCenterY(), within(2.0));
        assertThat(border).isEqualTo(columns(stage).getDividerPositions()[0], within(0.005));
        stage.hide();
    }

    private static Bounds placeOf(Stage stage, String query) {
        Node node = stage.getScene().lookup(query);
        return node.localToScene(node.getBoundsInLocal());
    }

    private static SplitPane columns(Stage stage) {
        Node ring = stage.getScene().lookup(".ring-pane");
        Node at = ring;
        while (!(at instanceof SplitPane)) {
            at = at.getParent();
        }
        return (SplitPane) at;
    }

    @Test
    void aMaximizedWindowIsLaidOutForTheWholeScreenBeforeItIsShown() {
        Stage stage = new Stage();
        Scene scene = new Scene(new Pane());
        WindowPlacement frame =
                new WindowPlacement(
                        stage,
                        scene,
                        memory(true),
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
                .isEqualTo(232, within(4.0));
        assertThat(aside.getDividerPositions()[0]).isEqualTo(0.42, within(0.01));
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
    }
}
