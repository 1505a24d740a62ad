package ringside.app.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import ringside.app.base.DiskWork;
import ringside.app.base.Texts;
import ringside.runs.Bookmark;
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
    private final DiskWork disk;
    private final Consumer<String> say;

    /**
     * Edits the bookmarks of a timeline.
     *
     * @param say shows what went wrong
     */
    public Bookmarks(
            TimelineViewModel timeline, RunNotesFile file, DiskWork disk, Consumer<String> say) {
        this.shown = timeline.bookmarks();
        this.file = file;
        this.disk = disk;
        this.say = say;
    }

    /** Shows what is kept, beside what was added meanwhile. */
    public void load() {
        disk.begin(
                file::read,
                kept -> {
                    shown.addAll(kept.bookmarks());
                    shown.sort(IN_TIME);
                },
                this::sayFailed);
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
        disk.begin(() -> file.change(notes -> notes.marked(now)), notes -> {}, this::sayFailed);
    }

    private void sayFailed(String why) {
        say.accept(Texts.text("bookmark.failed", why));
    }
}
