package ringside.app.page;

import java.util.List;
import ringside.app.base.RingLayout;
import ringside.runs.Bookmark;

/**
 * What somebody wants on a page.
 *
 * @param title of the run, which may hold any characters
 * @param interval the part of the run
 * @param layout where peers stand
 * @param bookmarks of the whole run; those outside of the interval are left out
 */
public record PageContent(
        String title, Interval interval, RingLayout layout, List<Bookmark> bookmarks) {

    public PageContent {
        bookmarks = List.copyOf(bookmarks);
    }
}
