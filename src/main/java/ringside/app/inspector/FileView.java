package ringside.app.inspector;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.app.base.Texts;
import ringside.app.inspector.FileViewModel.Holder;
import ringside.app.inspector.FileViewModel.Page;
import ringside.ring.PeerId;

/** The page of the selected file. */
public final class FileView extends VBox {

    private final Label title = new Label();
    private final VBox facts = new VBox();
    private final Label holdersTitle = section("file.holders");
    private final VBox holders = new VBox();
    private final Label requestsTitle = section("file.requests");
    private final VBox requests = new VBox();
    private final Consumer<PeerId> select;
    private List<Holder> shown = List.of();

    /**
     * Creates the view, empty at first.
     *
     * @param select called with the holder that the user clicked
     */
    public FileView(FileViewModel model, Consumer<PeerId> select) {
        this.select = select;
        setId("file-page");
        getStyleClass().addAll("inspector-top", "file-page");
        title.setId("file-title");
        title.getStyleClass().add("inspector-title");
        facts.setId("file-facts");
        holders.setId("file-holders");
        requests.setId("file-requests");
        getChildren().addAll(title, facts, holdersTitle, holders, requestsTitle, requests);
        model.pageProperty().subscribe(this::show);
    }

    private static Label section(String key) {
        Label section = new Label(Texts.text(key));
        section.getStyleClass().addAll("section", "ruled");
        section.setMaxWidth(Double.MAX_VALUE);
        return section;
    }

    private void show(@Nullable Page page) {
        if (page == null) {
            return;
        }
        title.setText(page.title());
        lines(facts, page.facts());
        lines(requests, page.requests());
        holdersTitle.setVisible(!page.holders().isEmpty());
        requestsTitle.setVisible(!page.requests().isEmpty());
        if (!page.holders().equals(shown)) {
            shown = page.holders();
            showHolders();
        }
    }

    /** Changes only the texts while their number stays: ages count on. */
    private static void lines(VBox box, List<String> texts) {
        while (box.getChildren().size() > texts.size()) {
            box.getChildren().removeLast();
        }
        for (int i = 0; i < texts.size(); i++) {
            if (i == box.getChildren().size()) {
                box.getChildren().add(line("muted"));
            }
            if (box.getChildren().get(i) instanceof Label label) {
                label.setText(texts.get(i));
            }
        }
    }

    private static Label line(String styleClass) {
        Label line = new Label();
        line.getStyleClass().add(styleClass);
        line.setWrapText(true);
        return line;
    }

    private void showHolders() {
        while (holders.getChildren().size() > shown.size()) {
            holders.getChildren().removeLast();
        }
        for (int i = 0; i < shown.size(); i++) {
            if (i == holders.getChildren().size()) {
                holders.getChildren().add(new HolderRow());
            }
            if (holders.getChildren().get(i) instanceof HolderRow row) {
                row.show(shown.get(i));
            }
        }
    }

    /** A holder: a link to it, its role, how the file came there, and why it lies there. */
    private final class HolderRow extends VBox {
        private final Hyperlink peer = new Hyperlink();
        private final Label role = new Label();
        private final Label origin = line("muted");
        private final Label reason = line("file-reason");

        HolderRow() {
            role.getStyleClass().add("file-name");
            HBox head = new HBox(peer, role);
            head.getStyleClass().add("file-row");
            getStyleClass().add("file-holder");
            getChildren().addAll(head, origin, reason);
        }

        void show(Holder holder) {
            peer.setText(Texts.text("inspector.title", holder.peer()));
            peer.setId("file-holder-" + holder.peer());
            peer.setOnAction(event -> select.accept(holder.peer()));
            peer.setVisited(false);
            setText(role, holder.role());
            setText(origin, holder.origin());
            setText(reason, holder.reason());
        }

        private static void setText(Label label, String text) {
            if (!Objects.equals(label.getText(), text)) {
                label.setText(text);
            }
        }
    }
}
