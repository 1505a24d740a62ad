package ringside.app.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import ringside.app.base.Theme;
import ringside.app.drawing.HeadlessPictures;
import ringside.app.drawing.SceneSvg;
import ringside.export.AtomicFile;

/**
 * A chart as a picture, drawn by what draws those of the window, without a display.
 *
 * @param title above it
 * @param axis the name of the horizontal axis
 * @param curves at least one
 */
public record ChartPicture(String title, String axis, List<Curve> curves) {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    private record Drawn(WritableImage image, String svg) {}

    public ChartPicture {
        curves = List.copyOf(curves);
    }

    /**
     * Writes the picture twice. Do not call it on the JavaFX thread.
     *
     * @throws IOException when it cannot be drawn or a file cannot be written
     */
    public void write(Path png, Path svg) throws IOException {
        Drawn drawn = HeadlessPictures.draw(this::draw);
        HeadlessPictures.save(drawn.image(), png);
        AtomicFile.write(svg, drawn.svg());
    }

    private Drawn draw() {
        CurveChart chart = new CurveChart(axis);
        chart.setTitle(title);
        chart.show(curves);
        BorderPane sheet = new BorderPane(chart);
        sheet.getStyleClass().add("paper");
        Scene scene = new Scene(sheet, WIDTH, HEIGHT);
        Theme.LIGHT.applyTo(scene);
        WritableImage image = scene.snapshot(null);
        return new Drawn(image, SceneSvg.of(sheet, WIDTH, HEIGHT, Color.WHITE));
    }
}
