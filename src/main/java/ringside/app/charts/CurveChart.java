package ringside.app.charts;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

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
            mark(i, curves.get(i).line());
        }
    }

    /** Marks the line, the points and the key in the legend, which share a class. */
    private void mark(int series, Curve.Line line) {
        lookupAll(".series" + series)
                .forEach(node -> node.pseudoClassStateChanged(DASHED, line == Curve.Line.DASHED));
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
