package ringside.app.expected;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.story.ExpectedStory;
import ringside.story.StoryLine;

/** The expected sentences of a run at the moment that is shown. JavaFX thread only. */
public final class ExpectedViewModel {

    private final ExpectedStory story;
    private final Consumer<Set<PeerId>> highlight;
    private final ObservableList<ExpectedRow> rows = FXCollections.observableArrayList();

    /**
     * Creates an empty list.
     *
     * @param highlight lights peers in the ring
     */
    public ExpectedViewModel(ExpectedStory story, Consumer<Set<PeerId>> highlight) {
        this.story = story;
        this.highlight = highlight;
    }

    /** Takes the next event of the run. */
    public void accept(StatusEntry entry) {
        story.accept(entry);
    }

    /** Shows a moment, once a frame while the list is in sight. */
    public void update(long nowMicros) {
        List<ExpectedRow> now =
                story.linesAt(nowMicros).stream()
                        .sorted(Comparator.comparingLong(StoryLine::sinceMicros).reversed())
                        .map(line -> ExpectedRow.of(line, nowMicros))
                        .toList();
        if (rows.size() != now.size()) {
            rows.setAll(now);
        } else {
            for (int i = 0; i < now.size(); i++) {
                if (!rows.get(i).equals(now.get(i))) {
                    rows.set(i, now.get(i));
                }
            }
        }
    }

    /** Lights the peers of a sentence; none for null. */
    void choose(@Nullable ExpectedRow row) {
        highlight.accept(row == null ? Set.of() : row.concerned());
    }

    /** The sentences, those of the latest thing done to the ring first. */
    ObservableList<ExpectedRow> rows() {
        return rows;
    }
}
