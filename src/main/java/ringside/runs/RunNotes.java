package ringside.runs;

import java.util.Comparator;
import java.util.List;

/**
 * What somebody has written about a run. Immutable.
 *
 * @param name may be empty
 * @param kept whether the run stays when there are many younger ones
 * @param bookmarks in the order of their times
 */
public record RunNotes(String name, boolean kept, List<Bookmark> bookmarks) {

    /** Nothing is written. */
    public static final RunNotes NONE = new RunNotes("", false, List.of());

    /** Orders the bookmarks. */
    public RunNotes {
        bookmarks =
                bookmarks.stream().sorted(Comparator.comparingLong(Bookmark::atMicros)).toList();
    }

    /** Returns the same notes with another name. */
    public RunNotes named(String changed) {
        return new RunNotes(changed, kept, bookmarks);
    }

    /** Returns the same notes of a run that stays, or may go. */
    public RunNotes toggled() {
        return new RunNotes(name, !kept, bookmarks);
    }

    /** Returns the same notes with other bookmarks. */
    public RunNotes marked(List<Bookmark> changed) {
        return new RunNotes(name, kept, changed);
    }
}
