package ringside.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ringside.app.base.PeerLook;
import ringside.app.base.RowBox;
import ringside.app.base.SectionTitle;
import ringside.app.base.Texts;
import ringside.app.base.WholeText;
import ringside.model.Amounts;
import ringside.model.PeerState;
import ringside.model.TargetPings;
import ringside.model.TransferState;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.HeldFile;

/**
 * State, neighbours, pings, files and transfers of the selected peer; or the page of the selected
 * file; or the messages of the chosen event.
 */
public final class InspectorView extends BorderPane {

    /** Files listed; a line below them counts the others. */
    private static final int MOST_LISTED = 6;

    private final Label title = new Label();
    private final Label look = new Label();
    private final Label facts = new Label();
    private final Label ended = new Label();
    private final Label badInput = new Label();
    private final Label neighboursTitle = new SectionTitle("inspector.neighbours");
    private final NeighbourStrip neighbours;
    private final Label pingsTitle = new SectionTitle("inspector.pings");
    private final VBox pings = new VBox();
    private final List<PingRow> pingRows = new ArrayList<>();
    private final Node shortcutsTitle = new SectionTitle("inspector.shortcuts");
    private final ShortcutTableView shortcuts = new ShortcutTableView();
    private final Label filesTitle = new SectionTitle("inspector.files");
    private final VBox files = new VBox();
    private final RowBox<TransferState, TransferBar> transfers =
            new RowBox<>(TransferBar::new, TransferBar::show);
    private final Node transfersTitle = new SectionTitle("inspector.transfers");
    private final ScrollPane scroll;
    private final ScrollPane hints;
    private final ScrollPane file;
    private final ScrollPane message;
    private final Consumer<FileNumber> selectFile;
    private boolean isFileShown;
    private boolean isMessageShown;
    private @Nullable PeerState shown;
    private @Nullable PeerLook shownLook;

    /**
     * Creates the inspector.
     *
     * @param message the messages of the chosen event
     * @param hints shown while neither a peer nor a file is selected
     * @param file the page of the selected file
     * @param select called with the neighbour that the user clicked
     * @param selectFile called with the file that the user clicked
     * @param leaveMessage called when the user leaves the messages
     */
    public InspectorView(
            InspectorViewModel model,
            FileViewModel file,
            MessageViewModel message,
            Hints hints,
            Consumer<PeerId> select,
            Consumer<FileNumber> selectFile,
            Runnable leaveMessage) {
        this.hints = scrolling(hints);
        this.file = scrolling(new FileView(file, select));
        this.message = scrolling(new MessageView(message, leaveMessage));
        this.selectFile = selectFile;
        getStyleClass().add("inspector");
        setId("inspector");
        neighbours = new NeighbourStrip(select);
        title.getStyleClass().add("inspector-title");
        title.setId("inspector-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        look.getStyleClass().add("look-badge");
        look.setId("inspector-look");
        look.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("inspector-facts");
        facts.textProperty().bind(model.factsProperty());
        WholeText.tell(facts);
        ended.getStyleClass().add("inspector-ended");
        ended.textProperty().bind(model.endedProperty());
        ended.managedProperty().bind(ended.textProperty().isNotEmpty());
        ended.setWrapText(true);
        badInput.setId("inspector-bad-input");
        badInput.getStyleClass().add("inspector-bad-input");
        badInput.textProperty().bind(model.badInputProperty());
        badInput.managedProperty().bind(badInput.textProperty().isNotEmpty());
        badInput.setWrapText(true);
        pings.setId("inspector-pings");
        files.setId("inspector-files");
        VBox top =
                new VBox(
                        header(),
                        ended,
                        badInput,
                        neighboursTitle,
                        neighbours,
                        pingsTitle,
                        pings,
                        shortcutsTitle,
                        shortcuts,
                        filesTitle,
                        files,
                        transfersTitle,
                        transfers);
        top.getStyleClass().add("inspector-top");
        scroll = scrolling(top);
        setCenter(this.hints);
        model.peerProperty().subscribe(this::show);
        file.pageProperty()
                .subscribe(page -> {
                    isFileShown = page != null;
                    choose();
                });
        message.pageProperty()
                .subscribe(page -> {
                    isMessageShown = page != null;
                    choose();
                });
        model.transfersProperty().subscribe(this::showTransfers);
        model.shortcutsProperty().subscribe(this::showShortcuts);
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("inspector-scroll");
        return scroll;
    }

    private HBox header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, look, space, facts);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("inspector-header");
        return header;
    }

    private void show(@Nullable PeerState peer) {
        PeerState before = shown;
        shown = peer;
        choose();
        if (peer == null) {
            return;
        }
        title.setText(Texts.text("inspector.title", peer.id()));
        showLook(PeerLook.of(peer));
        showNeighbours(peer);
        showPings(peer.pings());
        if (before == null
                || before.phase().isAlive() != peer.phase().isAlive()
                || !before.files().equals(peer.files())) {
            showFiles(peer);
        }
    }

    private void choose() {
        if (isMessageShown) {
            setCenter(message);
        } else {
            setCenter(isFileShown ? file : shown == null ? hints : scroll);
        }
    }

    private void showLook(PeerLook now) {
        if (now == shownLook) {
            return;
        }
        shownLook = now;
        look.setText(now.word());
        for (PeerLook each : PeerLook.values()) {
            look.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.styleClass()), each == now);
        }
    }

    /** Of a peer that has ended, those neighbours are told that it knew last. */
    private void showNeighbours(PeerState peer) {
        boolean isAlive = peer.phase().isAlive();
        boolean tells = isAlive || !peer.successors().isEmpty() || !peer.predecessors().isEmpty();
        neighboursTitle.setText(
                Texts.text(isAlive ? "inspector.neighbours" : "inspector.neighbours.ended"));
        setShown(neighboursTitle, tells);
        setShown(neighbours, tells);
        neighbours.show(peer);
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showPings(List<TargetPings> tables) {
        setShown(pingsTitle, !tables.isEmpty());
        while (pingRows.size() < tables.size()) {
            PingRow row = new PingRow();
            pingRows.add(row);
            pings.getChildren().add(row);
        }
        for (int i = 0; i < pingRows.size(); i++) {
            boolean used = i < tables.size();
            setShown(pingRows.get(i), used);
            if (used) {
                pingRows.get(i).show(tables.get(i));
            }
        }
    }

    private void showFiles(PeerState peer) {
        boolean isAlive = peer.phase().isAlive();
        List<HeldFile> held = peer.files();
        filesTitle.setText(Texts.text(isAlive ? "inspector.files" : "inspector.files.ended"));
        List<Node> rows = new ArrayList<>();
        for (HeldFile file : held.subList(0, Math.min(MOST_LISTED, held.size()))) {
            rows.add(fileRow(file));
        }
        if (held.size() > MOST_LISTED) {
            rows.add(new Label(Texts.text("inspector.more", held.size() - MOST_LISTED)));
        }
        if (held.isEmpty()) {
            Label none =
                    new Label(
                            Texts.text(
                                    isAlive
                                            ? "inspector.files.none"
                                            : "inspector.files.none.ended"));
            none.getStyleClass().add("muted");
            rows.add(none);
        }
        files.getChildren().setAll(rows);
    }

    private HBox fileRow(HeldFile file) {
        Label mark = new Label("◆");
        mark.getStyleClass().add("file-mark");
        Hyperlink name = new Hyperlink(file.name().toString());
        name.setId("inspector-file-" + file.name().number());
        name.getStyleClass().add("file-name");
        name.setOnAction(event -> selectFile.accept(file.name().number()));
        Label kind =
                new Label(
                        Texts.text(
                                file.owned() ? "inspector.file.owner" : "inspector.file.copy",
                                file.name().number().hash()));
        kind.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label size = new Label(Amounts.bytes(file.bytes()));
        size.getStyleClass().add("muted");
        HBox row = new HBox(mark, name, kind, space, size);
        row.getStyleClass().add("file-row");
        return row;
    }

    private void showShortcuts(List<ShortcutRow> rows) {
        setShown(shortcutsTitle, !rows.isEmpty());
        setShown(shortcuts, !rows.isEmpty());
        shortcuts.show(rows);
    }

    private void showTransfers(List<TransferState> all) {
        List<TransferState> last = all.reversed().subList(0, Math.min(2, all.size()));
        setShown(transfersTitle, !last.isEmpty());
        transfers.show(last);
    }

    /** A transfer of the selected peer: a progress bar, and its progress in segments. */
    private static final class TransferBar extends VBox {
        private final ProgressBar bar = new ProgressBar();
        private final Label words = new Label();

        TransferBar() {
            bar.setMaxWidth(Double.MAX_VALUE);
            words.getStyleClass().add("muted");
            words.setWrapText(true);
            getStyleClass().add("transfer");
            getChildren().addAll(bar, words);
        }

        void show(TransferState transfer) {
            bar.setProgress(transfer.progress());
            words.setText(
                    Texts.text(
                            "inspector.transfer."
                                    + transfer.outcome().name().toLowerCase(Locale.ROOT),
                            transfer.file(),
                            transfer.bytesDone() / Math.max(1, transfer.mss()),
                            transfer.segmentsInAll(),
                            Texts.count("transfer.again", transfer.retransmissions()),
                            Amounts.bytes(Math.round(transfer.bytesPerSecond())),
                            transfer.sender(),
                            transfer.receiver(),
                            transfer.reason()));
        }
    }
}
