package ringside.app.ring;

import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.Texts;
import ringside.model.RequestWay;

/** What the spiral of a request says, with its two kinds of hops; beside the ring. */
public final class SpiralCard extends VBox {

    private static final double WIDTH = 168;
    private static final double SAMPLE = 22;

    private final Label title = new Label();
    private final Label halvings = new Label();

    /** Creates the card, hidden while no request is shown. */
    public SpiralCard(SpiralViewModel model) {
        setId("spiral-card");
        getStyleClass().addAll("explanation-card", "spiral-card");
        title.setId("spiral-title");
        title.getStyleClass().add("explanation-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        halvings.setId("spiral-halvings");
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("spiral-close");
        close.getStyleClass().addAll("small", "flat");
        close.setTooltip(new Tooltip(Texts.text("spiral.close")));
        close.setAccessibleText(Texts.text("spiral.close"));
        close.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        close.setOnAction(event -> model.close());
        HBox head = new HBox(title, close);
        head.setAlignment(Pos.TOP_LEFT);
        getChildren()
                .addAll(
                        head,
                        halvings,
                        sample("spiral.halves", List.of()),
                        sample("spiral.leavesMore", List.of(SpiralLayer.LEAVES_MORE)));
        for (Label words : List.of(title, halvings)) {
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
        }
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        model.wayProperty().subscribe(this::show);
    }

    private static Label sample(String key, List<PseudoClass> looks) {
        Line line = new Line(0, 0, SAMPLE, 0);
        line.getStyleClass().add("spiral-hop");
        looks.forEach(look -> line.pseudoClassStateChanged(look, true));
        Label sample = new Label(Texts.text(key), line);
        sample.getStyleClass().add("muted");
        sample.setWrapText(true);
        sample.setMinHeight(Region.USE_PREF_SIZE);
        return sample;
    }

    private void show(@Nullable RequestWay way) {
        setVisible(way != null);
        setManaged(way != null);
        if (way != null) {
            title.setText(
                    Texts.text(
                            "spiral.title",
                            way.request().number(),
                            way.request().requester(),
                            way.request().number().hash()));
            halvings.setText(words(way));
        }
    }

    private static String words(RequestWay way) {
        if (way.hops().isEmpty()) {
            return Objects.equals(way.request().owner(), way.request().requester())
                    ? Texts.text("spiral.own", way.request().requester())
                    : Texts.text("spiral.none");
        }
        int hops = way.hops().size();
        if (hops < way.hopsMade()) {
            return Texts.text("spiral.some", hops, way.hopsMade(), way.halvings());
        }
        String key = way.hasArrived() ? "spiral.halvings" : "spiral.soFar";
        return Texts.text(hops == 1 ? key + ".one" : key, way.halvings(), hops);
    }
}
