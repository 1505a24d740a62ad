package ringside.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Line;
import ringside.app.base.Texts;
import ringside.model.ShortcutEntry.Verdict;

/**
 * The finger table of the selected peer. The line before each row has the dashes of its shortcut in
 * the ring, and the word behind it says what they mean. JavaFX thread only.
 */
final class ShortcutTableView extends GridPane {

    private static final List<String> HEADS =
            List.of("start", "interval", "peer", "right", "age", "state");

    private static final double SAMPLE = 22;
    private static final double GAP = 10;

    private final List<Entry> rows = new ArrayList<>();

    ShortcutTableView() {
        setId("inspector-shortcuts");
        getStyleClass().add("shortcut-table");
        setHgap(GAP);
        for (int column = 0; column < HEADS.size(); column++) {
            Label head = new Label(Texts.text("inspector.shortcut.head." + HEADS.get(column)));
            head.getStyleClass().add("muted");
            add(head, column + 1, 0);
        }
    }

    void show(List<ShortcutRow> shown) {
        while (rows.size() > shown.size()) {
            getChildren().removeAll(rows.removeLast().nodes());
        }
        for (int i = 0; i < shown.size(); i++) {
            if (i == rows.size()) {
                Entry row = new Entry();
                rows.add(row);
                addRow(i + 1, row.nodes().toArray(Node[]::new));
            }
            rows.get(i).show(shown.get(i));
        }
    }

    private static final class Entry {

        private final Line sample = new Line(0, 0, SAMPLE, 0);
        private final List<Label> cells =
                HEADS.stream()
                        .map(head -> {
                            Label cell = new Label();
                            cell.getStyleClass().addAll("shortcut-cell", "shortcut-" + head);
                            return cell;
                        })
                        .toList();

        Entry() {
            sample.getStyleClass().add("shortcut");
        }

        List<Node> nodes() {
            List<Node> nodes = new ArrayList<>();
            nodes.add(sample);
            nodes.addAll(cells);
            return nodes;
        }

        void show(ShortcutRow row) {
            List<String> texts =
                    List.of(
                            row.start(),
                            row.interval(),
                            row.peer(),
                            row.right(),
                            row.age(),
                            row.word());
            for (int i = 0; i < texts.size(); i++) {
                cells.get(i).setText(texts.get(i));
            }
            for (Verdict each : Verdict.values()) {
                PseudoClass look = PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT));
                sample.pseudoClassStateChanged(look, each == row.verdict());
                cells.forEach(cell -> cell.pseudoClassStateChanged(look, each == row.verdict()));
            }
        }
    }
}
