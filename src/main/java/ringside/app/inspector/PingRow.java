package ringside.app.inspector;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.TargetPings;

/**
 * One row of the ping table, with the last round trips as a sparkline. In a narrow pane the
 * sparkline shrinks first, then the counts wrap to two lines.
 */
final class PingRow extends HBox {

    /** Room for 'to 104', so that the rows are aligned, in pixels. */
    private static final double TARGET_LEAST_WIDTH = 42;

    private static final double SPARK_WIDTH = 96;
    private static final double SPARK_LEAST_WIDTH = 24;
    private static final double SPARK_HEIGHT = 16;
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final Label target =
            new Label() {
                @Override
                protected double computePrefWidth(double height) {
                    return Math.max(TARGET_LEAST_WIDTH, super.computePrefWidth(height));
                }
            };
    private final Label counts = new Label();
    private final Label time = new Label();
    private final Polyline spark = new Polyline();

    private final Pane pane = new Pane(spark);
    private List<Long> drawn = List.of();

    PingRow() {
        getStyleClass().add("ping-row");
        target.getStyleClass().add("ping-target");
        target.setMinWidth(Region.USE_PREF_SIZE);
        counts.setWrapText(true);
        counts.getStyleClass().add("ping-counts");
        time.getStyleClass().add("ping-time");
        spark.getStyleClass().add("ping-spark");
        pane.setPrefSize(SPARK_LEAST_WIDTH, SPARK_HEIGHT);
        pane.setMinSize(SPARK_LEAST_WIDTH, SPARK_HEIGHT);
        pane.setMaxSize(SPARK_WIDTH, SPARK_HEIGHT);
        pane.widthProperty().subscribe(width -> drawSpark());
        StackPane holder = new StackPane(pane);
        holder.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(holder, Priority.ALWAYS);
        getChildren().addAll(target, counts, holder, time);
    }

    void show(TargetPings table) {
        target.setText(Texts.text("inspector.ping.to", table.target()));
        counts.setText(
                Texts.text(
                        "inspector.ping.counts",
                        orDash(table.sentSequence()),
                        orDash(table.answeredSequence()),
                        table.missedInRow()));
        counts.pseudoClassStateChanged(MISSING, table.missedInRow() > 0);
        time.setText(
                table.lastRoundTripMicros() == TargetPings.NONE
                        ? "–"
                        : Amounts.millis(table.lastRoundTripMicros()));
        drawn = table.roundTripsMicros();
        drawSpark();
    }

    private static String orDash(long sequence) {
        return sequence == TargetPings.NONE ? "–" : Long.toString(sequence);
    }

    private void drawSpark() {
        double most = drawn.stream().mapToDouble(each -> each + 1.0).max().orElse(1);
        spark.getPoints().clear();
        double step = pane.getWidth() / (TargetPings.ROUND_TRIPS_KEPT - 1);
        int index = TargetPings.ROUND_TRIPS_KEPT - drawn.size();
        for (long micros : drawn) {
            spark.getPoints()
                    .addAll(index * step, SPARK_HEIGHT - 2 - (SPARK_HEIGHT - 4) * micros / most);
            index++;
        }
    }
}
