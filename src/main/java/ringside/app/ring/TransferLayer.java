package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Polyline;
import ringside.app.base.Pool;
import ringside.model.TransferState;
import ringside.model.TransferState.Outcome;

/**
 * Transfers as chords between sender and receiver that fill with their progress. Those that a user
 * asked for are thick; copies and handovers, which the ring makes by itself, are thin and have no
 * text.
 */
final class TransferLayer extends Group {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass REPAIR = PseudoClass.getPseudoClass("repair");

    private final Pool<Polyline> tracks = new Pool<>(this, () -> Shapes.line("chord-track"));
    private final Pool<Polyline> chords = new Pool<>(this, () -> Shapes.line("chord"));
    private final Pool<Label> words = new Pool<>(this, TransferLayer::words);

    TransferLayer() {
        setMouseTransparent(true);
    }

    private static Label words() {
        Label words = new Label();
        words.getStyleClass().add("chord-words");
        words.setManaged(false);
        return words;
    }

    /** Draws the transfers of one frame, with their texts at free places. */
    void update(DrawingContext drawing, CurveLabels labels) {
        tracks.begin();
        chords.begin();
        words.begin();
        for (TransferState transfer : drawing.state().transfers()) {
            boolean placed =
                    drawing.isPlaced(transfer.sender()) && drawing.isPlaced(transfer.receiver());
            if (placed && ShownTraffic.isShown(transfer, drawing.nowMicros())) {
                draw(transfer, drawing, labels);
            }
        }
        tracks.end();
        chords.end();
        words.end();
    }

    private void draw(TransferState transfer, DrawingContext drawing, CurveLabels labels) {
        RingCurve curve =
                RingCurve.transfer(
                        drawing.geometry(),
                        drawing.turnOf(transfer.sender()),
                        drawing.turnOf(transfer.receiver()));
        List<Point2D> points =
                curve.points(
                        drawing.radiusOf(transfer.sender()), drawing.radiusOf(transfer.receiver()));
        boolean failed = transfer.outcome() == Outcome.FAILED;
        Polyline track = tracks.take();
        Shapes.setPoints(track, points);
        track.pseudoClassStateChanged(FAILED, failed);
        track.pseudoClassStateChanged(REPAIR, !transfer.isAskedFor());
        if (transfer.progress() > 0) {
            Polyline chord = chords.take();
            Shapes.setPoints(chord, filled(points, transfer.progress()));
            chord.pseudoClassStateChanged(FAILED, failed);
            chord.pseudoClassStateChanged(REPAIR, !transfer.isAskedFor());
        }
        if (transfer.isAskedFor()) {
            write(transfer, curve, labels);
        }
    }

    private void write(TransferState transfer, RingCurve curve, CurveLabels labels) {
        boolean failed = transfer.outcome() == Outcome.FAILED;
        Label text = words.take();
        String says = ShownTraffic.words(transfer);
        if (!says.equals(text.getText())) {
            text.setText(says);
        }
        text.pseudoClassStateChanged(FAILED, failed);
        text.resize(Math.ceil(text.prefWidth(-1)) + 1, Math.ceil(text.prefHeight(-1)));
        Point2D middle = labels.take(says, curve, text.getWidth(), text.getHeight());
        text.relocate(middle.getX() - text.getWidth() / 2, middle.getY() - text.getHeight() / 2);
    }

    /** Returns the first part of a curve, up to a share of its points. */
    static List<Point2D> filled(List<Point2D> points, double share) {
        double last = (points.size() - 1) * Math.clamp(share, 0, 1);
        int whole = (int) last;
        List<Point2D> part = new ArrayList<>(points.subList(0, whole + 1));
        if (whole + 1 < points.size()) {
            part.add(points.get(whole).interpolate(points.get(whole + 1), last - whole));
        }
        return part;
    }
}
