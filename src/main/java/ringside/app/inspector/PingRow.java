package ringside.app.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import ringside.app.Texts;
import ringside.model.Amounts;
import ringside.model.PingTable;

/** One line of the ping table, with the last round trips as a line. */
final class PingRow extends HBox {

    private static final double SPARK_WIDTH = 96;
    private static final double SPARK_HEIGHT = 16;
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final Label target = new Label();
    private final Label counts = new Label();
    private final Label time = new Label();
    private final Polyline spark = new Polyline();

    PingRow() {
        getStyleClass().add("ping-row");
        target.getStyleClass().add("ping-target");
        counts.setMinWidth(Region.USE_PREF_SIZE);
        counts.getStyleClass().add("ping-counts");
        time.getStyleClass().add("ping-time");
        spark.getStyleClass().add("ping-spark");
        Pane pane = new Pane(spark);
        pane.setMinSize(SPARK_WIDTH, SPARK_HEIGHT);
        pane.setMaxSize(SPARK_WIDTH, SPARK_HEIGHT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(target, counts, space, pane, time);
    }

    void show(PingTable table) {
        target.setText(Texts.text("inspector.ping.to", table.target()));
        counts.setText(
                Texts.text(
                        "inspector.ping.counts",
                        orDash(table.sentSequence()),
                        orDash(table.answeredSequence()),
                        table.missedInRow()));
        counts.pseudoClassStateChanged(MISSING, table.missedInRow() > 0);
        time.setText(
                table.lastRoundTripMicros() == PingTable.NONE
                        ? "–"
                        : Amounts.millis(table.lastRoundTripMicros()));
        drawSpark(table);
    }

    private static String orDash(long sequence) {
        return sequence == PingTable.NONE ? "–" : Long.toString(sequence);
    }

    private void drawSpark(PingTable table) {
        double most =
                table.roundTripsMicros().stream().mapToDouble(each -> each + 1.0).max().orElse(1);
        spark.getPoints().clear();
        double step = SPARK_WIDTH / (PingTable.ROUND_TRIPS_KEPT - 1);
        int index = PingTable.ROUND_TRIPS_KEPT - table.roundTripsMicros().size();
        for (long micros : table.roundTripsMicros()) {
            spark.getPoints()
                    .addAll(
                            index * step,
                            SPARK_HEIGHT - 2 - (SPARK_HEIGHT - 4) * micros / most);
            index++;
        }
    }
}
