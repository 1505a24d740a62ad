package ringside.app.charts;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** A chart of curves, for the window and for pictures. JavaFX thread only. */
final class CurveChart extends LineChart<Number, Number> {

    private static final PseudoClass DASHED = PseudoClass.getPseudoClass("dashed");

    /**
     * Creates an empty chart.
     *
     * @param axis the name of the horizontal axis
     */
    CurveChart(String axis) {
        super(new NumberAxis(), new NumberAxis());
        setAnimated(false);
        setCreateSymbols(true);
        setLegendVisible(true);
        getXAxis().setLabel(axis);
    }

    /** Shows these curves and no others. */
    void show(List<Curve> curves) {
        while (getData().size() > curves.size()) {
            getData().removeLast();
        }
        for (int i = 0; i < curves.size(); i++) {
            if (i == getData().size()) {
                getData().add(new XYChart.Series<>());
            }
            fill(getData().get(i), curves.get(i));
        }
        // Each new series makes the keys of all anew.
        for (int i = 0; i < curves.size(); i++) {
            mark(i, curves.get(i).line());
        }
    }

    /** Marks the line and the points, which share a class, and the key in the legend. */
    private void mark(int series, Curve.Line line) {
        Stream.concat(lookupAll(".series" + series).stream(), keyOf(series))
                .forEach(node -> node.pseudoClassStateChanged(DASHED, line == Curve.Line.DASHED));
    }

    /** Returns the symbol in the legend, which no lookup finds before the first layout. */
    private Stream<Node> keyOf(int series) {
        return getLegend() instanceof Pane keys
                        && keys.getChildren().get(series) instanceof Label key
                ? Stream.ofNullable(key.getGraphic())
                : Stream.empty();
    }

    private static void fill(XYChart.Series<Number, Number> series, Curve curve) {
        series.setName(curve.name());
        series.getData()
                .setAll(
                        curve.points().stream()
                                .map(p -> new XYChart.Data<Number, Number>(p.x(), p.y()))
                                .toList());
    }
}
