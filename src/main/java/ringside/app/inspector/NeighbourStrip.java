package ringside.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.model.PeerState;
import ringside.ring.PeerId;

/**
 * Second predecessor, first predecessor, the peer, first and second successor, in that order. In a
 * narrow pane the boxes shrink and their labels wrap to two lines.
 */
final class NeighbourStrip extends HBox {

    private static final List<String> ROLES =
            List.of(
                    "secondPredecessor",
                    "firstPredecessor",
                    "self",
                    "firstSuccessor",
                    "secondSuccessor");

    private final List<Label> numbers = new ArrayList<>();

    NeighbourStrip(Consumer<PeerId> select) {
        getStyleClass().add("neighbours");
        for (String role : ROLES) {
            Label number = new Label();
            number.getStyleClass().add("neighbour-id");
            number.setId("neighbour-" + role);
            Label name = new Label(Texts.text("inspector.neighbour." + role));
            name.getStyleClass().add("neighbour-role");
            name.setWrapText(true);
            name.setTextAlignment(TextAlignment.CENTER);
            VBox box = new VBox(number, name);
            box.setAlignment(Pos.CENTER);
            box.getStyleClass().addAll("neighbour", role.equals("self") ? "self" : "other");
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setMinWidth(0);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setOnMouseClicked(event -> {
                if (number.getText().matches("[0-9]+")) {
                    select.accept(PeerId.parse(number.getText()));
                }
            });
            numbers.add(number);
            if (getChildren().size() > 0) {
                Label arrow = new Label("›");
                arrow.getStyleClass().add("neighbour-arrow");
                arrow.setMinWidth(USE_PREF_SIZE);
                getChildren().add(arrow);
            }
            getChildren().add(box);
        }
    }

    void show(PeerState peer) {
        set(0, nth(peer.predecessors(), 1));
        set(1, nth(peer.predecessors(), 0));
        set(2, peer.id());
        set(3, nth(peer.successors(), 0));
        set(4, nth(peer.successors(), 1));
    }

    private void set(int index, @Nullable PeerId id) {
        numbers.get(index).setText(id == null ? "–" : id.toString());
    }

    private static @Nullable PeerId nth(List<PeerId> peers, int index) {
        return index < peers.size() ? peers.get(index) : null;
    }
}
