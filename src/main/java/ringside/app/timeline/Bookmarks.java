package ringside.app.timeline;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import ringside.app.base.Texts;
import ringside.runs.Bookmark;
import ringside.runs.RunNotes;
import ringside.runs.RunNotesFile;

/**
 * The bookmarks of a timeline, kept beside the recording of its run (WINDOW 5.6). A worker reads
 * and writes the disk, one task after another. JavaFX thread only.
 */
public final class Bookmarks {

    private static final Comparator<Bookmark> IN_TIME =
            Comparator.comparingLong(Bookmark::atMicros);

    private final ObservableList<Bookmark> shown;
    private final RunNotesFile file;
    private final Executor worker;
    private final Executor screen;
    private final Consumer<String> say;

    /**
     * Edits the bookmarks of a timeline.
     *
     * @param worker runs slow work, one task after another
     * @param screen runs work on the JavaFX thread
     * @param say shows what went wrong
     */
    public Bookmarks(
            TimelineViewModel timeline,
            RunNotesFile file,
            Executor worker,
            Executor screen,
            Consumer<String> say) {
        this.shown = timeline.bookmarks();
        this.file = file;
        this.worker = worker;
        this.screen = screen;
        this.say = say;
    }

    /** Shows what is kept, beside what was added meanwhile. */
    public void load() {
        worker.execute(() -> {
            RunNotes kept = file.read();
            screen.execute(() -> {
                shown.addAll(kept.bookmarks());
                shown.sort(IN_TIME);
            });
        });
    }

    /** The bookmarks in the order of their times. */
    ObservableList<Bookmark> shown() {
        return shown;
    }

    /** Adds a bookmark at a time in microseconds since the epoch. */
    public void add(long atMicros, String word) {
        shown.add(new Bookmark(atMicros, word.strip()));
        shown.sort(IN_TIME);
        save();
    }

    /** Gives a bookmark another word. */
    void rename(Bookmark bookmark, String word) {
        int index = shown.indexOf(bookmark);
        if (index >= 0 && !bookmark.word().equals(word.strip())) {
            shown.set(index, new Bookmark(bookmark.atMicros(), word.strip()));
            save();
        }
    }

    void remove(Bookmark bookmark) {
        if (shown.remove(bookmark)) {
            save();
        }
    }

    private void save() {
        List<Bookmark> now = List.copyOf(shown);
        worker.execute(() -> {
            try {
                file.change(notes -> notes.marked(now));
            } catch (IOException e) {
                String why = String.valueOf(e.getMessage());
                screen.execute(() -> say.accept(Texts.text("bookmark.failed", why)));
            }
        });
    }
}
