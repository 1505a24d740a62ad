package ringside.app.ladder;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import ringside.app.drawing.CanvasPen;
import ringside.app.drawing.Ink;
import ringside.app.drawing.Palette;
import ringside.ladder.LadderRow;
import ringside.model.TransferState;

/**
 * The drawn ladder: a canvas no larger than the view. It reads its colours from invisible lines
 * that the style sheets colour. JavaFX thread only.
 */
final class LadderCanvas extends Pane {

    private static final double LEAST_ZOOM = 1e-5;
    private static final double MOST_ZOOM = 6;

    /** Down to this zoom a ladder shrinks by itself to be seen whole: its words still have room. */
    private static final double LEAST_READABLE_ZOOM = 0.45;

    private final LadderViewModel model;
    private final Canvas canvas = new Canvas();

    /** A canvas does not grow sharper where the window is enlarged, so it has more pixels there. */
    private final Scale toPixels = new Scale(1, 1);

    private final Map<Ink, Line> probes = new EnumMap<>(Ink.class);
    private double top;
    private double zoom = 1;
    private boolean isZoomedByUser;
    private @Nullable LadderRow hovered;
    private @Nullable Drawn drawn;

    /** The current content of the canvas. */
    private record Drawn(
            LadderData picture, LadderViewport viewport, Palette palette, double larger) {}

    LadderCanvas(LadderViewModel model) {
        this.model = model;
        getStyleClass().add("ladder-canvas");
        for (Ink ink : Ink.values()) {
            Line probe = new Line();
            probe.getStyleClass().addAll("ink", ink.styleClass());
            probe.setManaged(false);
            probe.setOpacity(0);
            probes.put(ink, probe);
            getChildren().add(probe);
        }
        getChildren().add(canvas);
        canvas.getTransforms().add(toPixels);
        canvas.setManaged(false);
    }

    private Palette palette() {
        Map<Ink, Color> colors = new EnumMap<>(Ink.class);
        probes.forEach((ink, probe) ->
                colors.put(
                        ink,
                        probe.getStroke() instanceof Color color ? color : Palette.PAPER.of(ink)));
        return new Palette(colors);
    }

    private LadderViewport viewport() {
        return new LadderViewport(getWidth(), getHeight(), top, zoom, hovered);
    }

    /** Draws the current picture, unless it is drawn already. */
    void onFrame() {
        LadderData picture = model.pictureProperty().get();
        if (picture == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        if (model.followProperty().get()) {
            if (!isZoomedByUser) {
                zoom = Math.clamp(fitting(picture), LEAST_READABLE_ZOOM, 1);
            }
            top = lowest(picture);
        }
        top = Math.clamp(top, 0, Math.max(0, lowest(picture)));
        double larger = Math.max(1, getLocalToSceneTransform().getMxx());
        Drawn wanted = new Drawn(picture, viewport(), palette(), larger);
        Drawn last = drawn;
        boolean same =
                last != null
                        && last.picture().edition() == picture.edition()
                        && last.viewport().equals(wanted.viewport())
                        && last.larger() == larger
                        && last.palette().of(Ink.TEXT).equals(wanted.palette().of(Ink.TEXT));
        if (!same) {
            drawn = wanted;
            GraphicsContext pencil = canvas.getGraphicsContext2D();
            enlarge(pencil, larger);
            pencil.clearRect(0, 0, canvas.getWidth() / larger, canvas.getHeight() / larger);
            new LadderPainter(new CanvasPen(pencil, wanted.palette()), picture, wanted.viewport())
                    .draw();
        }
    }

    private void enlarge(GraphicsContext pencil, double times) {
        canvas.setWidth(Math.ceil(getWidth() * times));
        canvas.setHeight(Math.ceil(getHeight() * times));
        toPixels.setX(1 / times);
        toPixels.setY(1 / times);
        pencil.setTransform(times, 0, 0, times, 0, 0);
    }

    private double lowest(LadderData picture) {
        double available = getHeight() - LadderPainter.TOP - LadderPainter.BOTTOM;
        return Math.max(0, picture.scale().height() - available / zoom);
    }

    /** Scrolls down by some pixels; at the end the view follows the transfer again. */
    void scroll(double pixels) {
        LadderData picture = model.pictureProperty().get();
        if (picture != null) {
            top = Math.clamp(top + pixels / zoom, 0, lowest(picture));
            model.followProperty().set(top >= lowest(picture));
        }
    }

    /** Zooms in by a factor, or out if it is below 1, and keeps the point at {@code y} in place. */
    void zoom(double factor, double y) {
        LadderData picture = model.pictureProperty().get();
        if (picture == null) {
            return;
        }
        isZoomedByUser = true;
        double fixed = viewport().ladderY(y);
        double fit = fitting(picture);
        zoom = Math.clamp(zoom * factor, Math.max(LEAST_ZOOM, Math.min(fit, 1)), MOST_ZOOM);
        top = Math.clamp(fixed - (y - LadderPainter.TOP) / zoom, 0, Math.max(0, lowest(picture)));
        model.followProperty().set(false);
    }

    /** Shows the whole transfer. */
    void fit() {
        LadderData picture = model.pictureProperty().get();
        if (picture != null) {
            isZoomedByUser = true;
            zoom = Math.min(1, fitting(picture));
            top = 0;
        }
    }

    private double fitting(LadderData picture) {
        double available = getHeight() - LadderPainter.TOP - LadderPainter.BOTTOM;
        return Math.max(LEAST_ZOOM, available / Math.max(1, picture.scale().height()));
    }

    /** Returns the row at a height of the view; empty unless the pointer is near one. */
    Optional<LadderRow> rowAt(double y) {
        LadderData picture = model.pictureProperty().get();
        if (picture == null || picture.rows().isEmpty() || y < LadderPainter.TOP) {
            return Optional.empty();
        }
        int after = LadderViewport.rowAt(picture, viewport().ladderY(y));
        int before = Math.max(0, after - 1);
        int nearest =
                after < picture.rows().size()
                                && distance(picture, after, y) < distance(picture, before, y)
                        ? after
                        : before;
        LadderRow row = picture.rows().get(nearest);
        boolean near = row instanceof LadderRow.Run || distance(picture, nearest, y) < NEAR;
        return near ? Optional.of(row) : Optional.empty();
    }

    /** The distance within which the pointer counts as on a row, in pixels. */
    private static final double NEAR = 14;

    private double distance(LadderData picture, int row, double y) {
        return Math.abs(viewport().yOf(picture.yOf(picture.rows().get(row))) - y);
    }

    void hover(@Nullable LadderRow row) {
        hovered = row;
    }

    /**
     * Returns the ladder as SVG, or only the part in sight if it is long; empty without a ladder.
     */
    Optional<String> svg() {
        return paper().map(LadderExport::svg);
    }

    /** Returns the same as an image of twice the size; empty when there is none. */
    Optional<WritableImage> image() {
        return paper().map(LadderExport::image);
    }

    private Optional<LadderExport> paper() {
        LadderData picture = model.pictureProperty().get();
        TransferState transfer = model.transferProperty().get();
        return picture == null || transfer == null
                ? Optional.empty()
                : Optional.of(new LadderExport(picture, transfer, viewport()));
    }
}
