package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import ringside.model.PeerState;
import ringside.ring.FileNumber;
import ringside.status.HeldFile;

/** Files as diamonds at their hash, outside the circle. */
final class FileLayer extends Group {

    private static final double SIDE = 8;
    private static final double OUT = 8;

    /** Space for the numbers of peers whose discs are too small for them, in pixels. */
    private static final double NUMBERS = 24;

    /** Additional space at the sides, as the numbers are wider than high, in pixels. */
    private static final double NUMBERS_ASIDE = 12;

    private static final double LABEL_OUT = 12;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final SortedMap<FileNumber, Rectangle> diamonds = new TreeMap<>();
    private final List<FileLabel> labels = new ArrayList<>();
    private final Consumer<FileNumber> select;

    /** The text of a file's number with its preferred position. */
    record FileLabel(String text, Point2D point, double turn) {}

    FileLayer(Consumer<FileNumber> select) {
        this.select = select;
    }

    void update(DrawingContext drawing, @Nullable FileNumber selected) {
        labels.clear();
        SortedSet<FileNumber> present = new TreeSet<>();
        for (PeerState peer : drawing.shown()) {
            if (peer.phase().isAlive()) {
                for (HeldFile file : peer.files()) {
                    present.add(file.name().number());
                }
            }
        }
        diamonds.entrySet()
                .removeIf(entry -> {
                    boolean gone = !present.contains(entry.getKey());
                    if (gone) {
                        getChildren().remove(entry.getValue());
                    }
                    return gone;
                });
        present.forEach(number -> place(number, drawing, number.equals(selected)));
    }

    private void place(FileNumber number, DrawingContext drawing, boolean isSelected) {
        Rectangle diamond =
                diamonds.computeIfAbsent(
                        number,
                        fresh -> {
                            Rectangle made = diamond(fresh);
                            getChildren().add(made);
                            return made;
                        });
        double turn = drawing.turnOf(number.hashOn(drawing.state().circle()));
        double room = drawing.peerRadius() < PeerNode.NUMBER_FITS ? numberSpace(turn) : 0;
        double out =
                drawing.geometry().radius()
                        + RingCurve.outside(drawing.geometry())
                        + drawing.hostBand()
                        + OUT
                        + room;
        Point2D point = drawing.geometry().pointAt(turn, out);
        diamond.setX(point.getX() - SIDE / 2);
        diamond.setY(point.getY() - SIDE / 2);
        diamond.pseudoClassStateChanged(SELECTED, isSelected);
        labels.add(
                new FileLabel(
                        number.digits(), drawing.geometry().pointAt(turn, out + LABEL_OUT), turn));
    }

    private static double numberSpace(double turn) {
        return NUMBERS + NUMBERS_ASIDE * Math.abs(Math.sin(2 * Math.PI * turn));
    }

    private Rectangle diamond(FileNumber number) {
        Rectangle diamond = new Rectangle(SIDE, SIDE);
        diamond.setRotate(45);
        diamond.setId("file-" + number);
        diamond.getStyleClass().add("file-diamond");
        diamond.setOnMouseClicked(event -> {
            select.accept(number);
            event.consume();
        });
        return diamond;
    }

    /** Returns the boxes that the diamonds take. */
    List<Label> marks() {
        double across = SIDE * Math.sqrt(2);
        return diamonds.values().stream()
                .map(each ->
                        new Label(
                                each.getId(),
                                0,
                                each.getX() + SIDE / 2,
                                each.getY() + SIDE / 2,
                                across,
                                across))
                .toList();
    }

    List<FileLabel> labels() {
        return labels;
    }
}
