package ringside.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.Texts;
import ringside.app.search.FollowEnd;
import ringside.app.search.FoundText;
import ringside.app.search.LeaveByEscape;
import ringside.model.OutputLine;
import ringside.model.PeerState;
import ringside.ring.PeerId;
import ringside.rules.Rules;

/**
 * The output of the selected peer, with auto-scroll, search, and the reason of its end at the end.
 */
public final class OutputView extends BorderPane {

    private static final double ROW_HEIGHT = 17;

    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final FilteredList<String> found = new FilteredList<>(lines);
    private final ListView<String> list = new ListView<>(found);
    private final ToggleButton follow =
            new ToggleButton(null, new FontIcon(Feather.ARROW_DOWN_CIRCLE));
    private final FollowEnd followEnd;
    private final Optional<ReadMarks> marks;
    private List<String> words = List.of();
    private @Nullable PeerId peer;
    private long shown;
    private String end = "";

    /**
     * Creates the view.
     *
     * @param rules of what peers say, whose sentences are marked; empty if they are not known
     */
    public OutputView(InspectorViewModel model, Optional<Rules> rules) {
        marks = rules.map(ReadMarks::new);
        getStyleClass().add("output");
        list.setId("output");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Line());
        list.setPlaceholder(new Label(Texts.text("inspector.output.none")));
        followEnd = new FollowEnd(list, follow.selectedProperty());
        follow.setSelected(true);
        follow.setId("follow-output");
        follow.getStyleClass().addAll("small", "flat");
        follow.setAccessibleText(Texts.text("inspector.output.follow"));
        follow.setTooltip(new Tooltip(Texts.text("inspector.output.follow")));
        TextField search = new TextField();
        search.setId("search-output");
        search.setPromptText(Texts.text("inspector.output.search"));
        search.textProperty().subscribe(this::search);
        LeaveByEscape.install(search, list);
        Label title = new Label(Texts.text("inspector.output"));
        title.getStyleClass().add("section");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, space, search, follow);
        header.getStyleClass().add("output-header");
        setTop(header);
        setCenter(list);
        model.peerProperty().subscribe(this::show);
    }

    private final class Line extends ListCell<String> {
        private final FoundText text =
                new FoundText("output-line", ReadMarks.READ, ReadMarks.DEVIATES);

        Line() {
            setGraphic(text);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            ReadMarks.Line line = read(item);
            text.write(item == null ? "" : item, words, line.marks());
            setAccessibleText(item);
            setTooltip(line.differences().isEmpty() ? null : new Tooltip(line.differences()));
        }

        private ReadMarks.Line read(@Nullable String item) {
            PeerId speaker = peer;
            return item == null || speaker == null || marks.isEmpty()
                    ? new ReadMarks.Line(List.of(), "")
                    : marks.get().in(speaker, item);
        }
    }

    private void search(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        words = wanted.isEmpty() ? List.of() : List.of(wanted);
        found.setPredicate(line -> line.toLowerCase(Locale.ROOT).contains(wanted));
        list.refresh();
        followEnd.grown();
    }

    private void show(@Nullable PeerState state) {
        if (state == null) {
            peer = null;
            lines.clear();
            return;
        }
        boolean other = !state.id().equals(peer);
        String ending = state.process().reason();
        long added = state.output().added();
        if (!other && added == shown && ending.equals(end)) {
            return;
        }
        long fresh = added - shown;
        if (other || fresh < 0 || fresh > state.output().size() || !ending.equals(end)) {
            lines.setAll(state.output().stream().map(OutputLine::text).toList());
            if (!ending.isEmpty()) {
                lines.add(Texts.text("inspector.output.end", ending));
            }
        } else {
            List<OutputLine> all = state.output();
            lines.addAll(
                    all.subList(all.size() - (int) fresh, all.size()).stream()
                            .map(OutputLine::text)
                            .toList());
            if (lines.size() > 2 * PeerState.OUTPUT_KEPT) {
                lines.remove(0, PeerState.OUTPUT_KEPT);
            }
        }
        peer = state.id();
        shown = added;
        end = ending;
        followEnd.grown();
    }
}
