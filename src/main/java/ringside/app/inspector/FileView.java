package ringside.app.inspector;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.app.base.RowBox;
import ringside.app.base.SectionTitle;
import ringside.app.base.Texts;
import ringside.app.inspector.FileViewModel.Holder;
import ringside.app.inspector.FileViewModel.Page;
import ringside.ring.PeerId;

/** The page of the selected file. */
public final class FileView extends VBox {

    private final Label title = new Label();
    private final RowBox<String, Label> facts = lines();
    private final SectionTitle holdersTitle = new SectionTitle("file.holders");
    private final RowBox<Holder, HolderRow> holders = new RowBox<>(HolderRow::new, HolderRow::show);
    private final SectionTitle requestsTitle = new SectionTitle("file.requests");
    private final RowBox<String, Label> requests = lines();
    private final Consumer<PeerId> select;

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

    private void show(@Nullable Page page) {
        if (page == null) {
            return;
        }
        title.setText(page.title());
        facts.show(page.facts());
        holders.show(page.holders());
        requests.show(page.requests());
        holdersTitle.setVisible(!page.holders().isEmpty());
        requestsTitle.setVisible(!page.requests().isEmpty());
    }

    private static RowBox<String, Label> lines() {
        return new RowBox<>(() -> line("muted"), Label::setText);
    }

    private static Label line(String styleClass) {
        Label line = new Label();
        line.getStyleClass().add(styleClass);
        line.setWrapText(true);
        return line;
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
            role.setText(holder.role());
            origin.setText(holder.origin());
            reason.setText(holder.reason());
        }
    }
}
