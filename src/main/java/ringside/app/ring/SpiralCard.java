package ringside.app.ring;

import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import ringside.app.base.CardHead;
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
        halvings.setId("spiral-halvings");
        getChildren()
                .addAll(
                        new CardHead(title, "spiral", model::close),
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
