package ringside.app.inspector;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.RowBox;
import ringside.app.base.Texts;
import ringside.app.inspector.MessageViewModel.Page;
import ringside.app.inspector.MessageViewModel.Part;
import ringside.capture.MessageField;

/** The messages of the chosen event, each with its fields and its bytes. */
final class MessageView extends VBox {

    private final Label missing = line("message-missing");
    private final RowBox<Part, PartView> parts = new RowBox<>(PartView::new, PartView::show);

    /** Creates the view, empty at first; {@code back} is called when the user leaves it. */
    MessageView(MessageViewModel model, Runnable back) {
        setId("message-page");
        getStyleClass().addAll("inspector-top", "message-page");
        Label title = new Label(Texts.text("message.heading"));
        title.getStyleClass().add("inspector-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button leave = new Button(Texts.text("message.back"), new FontIcon(Feather.ARROW_LEFT));
        leave.setId("message-back");
        leave.getStyleClass().addAll("small", "flat");
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(pressed -> back.run());
        HBox head = new HBox(title, space, leave);
        head.getStyleClass().add("inspector-header");
        missing.setId("message-missing");
        parts.setId("message-parts");
        getChildren().addAll(head, missing, parts);
        model.pageProperty().subscribe(this::show);
    }

    private static Label line(String styleClass) {
        Label line = new Label();
        line.getStyleClass().add(styleClass);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private static void fill(Label line, String text) {
        line.setText(text);
        line.setVisible(!text.isEmpty());
        line.setManaged(!text.isEmpty());
    }

    private void show(@Nullable Page page) {
        if (page == null) {
            return;
        }
        fill(missing, page.missing());
        parts.show(page.parts());
    }

    /** A message. */
    private static final class PartView extends VBox {
        private final Label title = line("message-title");
        private final RowBox<String, Label> facts =
                new RowBox<>(() -> line("muted"), Label::setText);
        private final Label problem = line("message-problem");
        private final RowBox<MessageField, FieldRow> fields =
                new RowBox<>(FieldRow::new, FieldRow::show);
        private final Label dump = line("message-dump");

        PartView() {
            getStyleClass().add("message-part");
            dump.setWrapText(false);
            getChildren().addAll(title, facts, problem, fields, dump);
        }

        void show(Part part) {
            fill(title, part.title());
            facts.show(part.facts());
            fill(problem, part.problem());
            fields.show(part.fields());
            fill(dump, part.dump());
        }
    }

    /** A field: its name, its value, and what it means. */
    private static final class FieldRow extends HBox {
        private final Label name = new Label();
        private final Text value = new Text();
        private final Text meaning = new Text();

        FieldRow() {
            name.getStyleClass().add("message-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            value.getStyleClass().add("message-value");
            meaning.getStyleClass().add("message-meaning");
            TextFlow what = new TextFlow(value, meaning);
            HBox.setHgrow(what, Priority.ALWAYS);
            getStyleClass().add("message-field");
            getChildren().addAll(name, what);
        }

        void show(MessageField field) {
            name.setText(field.name());
            name.setTooltip(new Tooltip(field.title()));
            value.setText(field.value());
            meaning.setText(
                    field.meaning().isEmpty()
                            ? ""
                            : Texts.text("message.meaning", field.meaning()));
            setAccessibleText(String.join(" ", field.title(), field.value(), field.meaning()));
        }
    }
}
