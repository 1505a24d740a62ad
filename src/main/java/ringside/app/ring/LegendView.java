package ringside.app.ring;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import ringside.app.base.Texts;

/** The legend of lines and marks, with buttons that show or hide each kind of edge. */
public final class LegendView extends FlowPane {

    private static final double SAMPLE = 22;

    public LegendView(RingViewModel model) {
        for (EdgeKind kind : EdgeKind.values()) {
            getChildren().add(toggle(model, kind));
        }
        Node shortcuts = getChildren().getLast();
        shortcuts.visibleProperty().bind(model.shortcutsKeptProperty());
        shortcuts.managedProperty().bind(model.shortcutsKeptProperty());
        addMarks();
        Label host = host();
        host.visibleProperty().bind(model.severalHostsProperty());
        host.managedProperty().bind(model.severalHostsProperty());
        getChildren().add(host);
    }

    private LegendView(List<EdgeKind> kinds) {
        for (EdgeKind kind : kinds) {
            getChildren().add(mark(new Label(name(kind), sample(kind))));
        }
        addMarks();
        setAlignment(Pos.CENTER);
    }

    /** Returns a legend for pictures, without buttons and with only the kinds of edges in it. */
    static LegendView printed(RingViewModel model) {
        LegendView legend =
                new LegendView(
                        EdgeKind.OF_NEIGHBOURS.stream()
                                .filter(kind -> model.shownProperty(kind).get())
                                .toList());
        if (model.severalHostsProperty().get()) {
            legend.getChildren().add(host());
        }
        return legend;
    }

    private void addMarks() {
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
        Circle dot = new Circle(4);
        dot.getStyleClass().add("ping-dot");
        getChildren().add(mark(new Label(Texts.text("legend.ping"), dot)));
        Line chord = new Line(0, 0, SAMPLE, 0);
        chord.getStyleClass().add("chord");
        getChildren().add(mark(new Label(Texts.text("legend.transfer"), chord)));
        Rectangle diamond = new Rectangle(7, 7);
        diamond.setRotate(45);
        diamond.getStyleClass().add("file-diamond");
        getChildren().add(mark(new Label(Texts.text("legend.file"), diamond)));
    }

    /** Returns how far its entries reach from the left in one column, in pixels. */
    public double columnWidth() {
        double widest = 0;
        for (Node entry : getManagedChildren()) {
            widest = Math.max(widest, entry.prefWidth(-1));
        }
        return snappedLeftInset() + widest;
    }

    /** Returns how far its entries reach from the top in one column, in pixels. */
    public double columnHeight() {
        double height = snappedTopInset();
        for (Node entry : getManagedChildren()) {
            height += entry.prefHeight(-1) + getVgap();
        }
        return height;
    }

    private static Label host() {
        Line arc = new Line(0, 0, SAMPLE, 0);
        arc.getStyleClass().addAll("host-arc", "host-a");
        Label host = mark(new Label(Texts.text("legend.host"), arc));
        host.setId("legend-host");
        return host;
    }

    private static Line sample(EdgeKind kind) {
        Line sample = new Line(0, 0, SAMPLE, 0);
        sample.getStyleClass().addAll("sample", kind.styleClass());
        return sample;
    }

    private static String name(EdgeKind kind) {
        return Texts.text("legend." + kind.styleClass());
    }

    private static ToggleButton toggle(RingViewModel model, EdgeKind kind) {
        String name = name(kind);
        ToggleButton toggle = new ToggleButton(name, sample(kind));
        toggle.setId("show-" + kind.styleClass());
        toggle.getStyleClass().add("legend-toggle");
        toggle.setFocusTraversable(false);
        toggle.setTooltip(new Tooltip(tip(kind, name)));
        toggle.selectedProperty().bindBidirectional(model.shownProperty(kind));
        return toggle;
    }

    private static String tip(EdgeKind kind, String name) {
        return switch (kind) {
            case FIRST_SUCCESSOR, SECOND_SUCCESSOR, FIRST_PREDECESSOR, SECOND_PREDECESSOR ->
                    Texts.text("legend.tip", name, kind.digit());
            case SHORTCUT -> Texts.text("legend.shortcut.tip", kind.digit());
        };
    }

    private static Label mark(Label label) {
        label.getStyleClass().add("legend-mark");
        return label;
    }
}
