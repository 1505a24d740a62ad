package ringside.app.charts;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.app.base.SectionTitle;
import ringside.app.base.Texts;
import ringside.text.Language;

/** Four small charts, one below the other, redrawn only while the tab is in use. */
public final class ChartsView extends ScrollPane {

    private static final double HEIGHT = 200;

    /** Frames between two updates of the charts: twice a second is enough to follow. */
    private static final int FRAMES_BETWEEN = 30;

    private final List<Chart> charts;
    private int frames;

    /** One chart, with a text to show instead while it is empty. */
    private static final class Chart extends VBox {

        private final CurveChart lines;
        private final Label none;
        private final Supplier<List<Curve>> source;
        private List<Curve> shown = List.of();

        Chart(String key, Supplier<List<Curve>> source) {
            this.source = source;
            SectionTitle title = new SectionTitle("charts." + key + ".title");
            none = new Label(Texts.text("charts." + key + ".none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            lines = new CurveChart(Texts.text("charts." + key + ".x"));
            lines.setId("chart-" + key.toLowerCase(Locale.ROOT));
            lines.setMinHeight(HEIGHT);
            lines.setPrefHeight(HEIGHT);
            lines.setMinWidth(0);
            StackPane body = new StackPane(none, lines);
            body.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().addAll(title, body);
            lines.setVisible(false);
            lines.setManaged(false);
        }

        void draw() {
            List<Curve> now = source.get();
            if (now.equals(shown)) {
                return;
            }
            shown = now;
            boolean empty = now.stream().allMatch(curve -> curve.points().isEmpty());
            none.setVisible(empty);
            none.setManaged(empty);
            lines.setVisible(!empty);
            lines.setManaged(!empty);
            lines.show(now);
            lines.setAccessibleText(describe(now));
        }

        private static String describe(List<Curve> curves) {
            StringBuilder words = new StringBuilder();
            for (Curve curve : curves) {
                if (!curve.points().isEmpty()) {
                    words.append(
                            Texts.text(
                                    "accessible.curve",
                                    curve.name(),
                                    Language.format("%.2f", curve.points().getLast().y())));
                }
            }
            return words.toString();
        }
    }

    public ChartsView(ChartsViewModel model) {
        charts =
                List.of(
                        new Chart("roundTrips", model::roundTrips),
                        new Chart("rates", model::rates),
                        new Chart("heals", model::heals),
                        new Chart("hops", model::hops));
        VBox all = new VBox();
        all.getChildren().addAll(charts);
        all.getStyleClass().add("charts");
        setContent(all);
        setFitToWidth(true);
        setId("charts");
        getStyleClass().add("inspector-scroll");
    }

    /** Updates the charts, about twice a second; called once a frame. */
    public void onFrame() {
        if (frames++ % FRAMES_BETWEEN == 0) {
            charts.forEach(Chart::draw);
        }
    }
}
