package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/** Helpers for nodes updated every frame. */
final class Shapes {

    private Shapes() {}

    static Polyline line(String styleClass) {
        Polyline line = new Polyline();
        line.getStyleClass().add(styleClass);
        return line;
    }

    static Text text(String styleClass) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    static void setPoints(Polyline line, List<Point2D> points) {
        List<Double> coordinates = new ArrayList<>(points.size() * 2);
        for (Point2D point : points) {
            coordinates.add(point.getX());
            coordinates.add(point.getY());
        }
        if (!coordinates.equals(line.getPoints())) {
            line.getPoints().setAll(coordinates);
        }
    }

    static void setText(Text node, String text) {
        if (!text.equals(node.getText())) {
            node.setText(text);
        }
    }

    static void centre(Text node, Point2D point) {
        node.setX(point.getX() - node.getLayoutBounds().getWidth() / 2);
        node.setY(point.getY());
    }
}
