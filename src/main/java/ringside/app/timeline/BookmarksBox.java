package ringside.app.timeline;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.runs.Bookmark;

/** A field for a bookmark at the moment shown, above those that there are (WINDOW 5.6). */
public final class BookmarksBox extends VBox {

    private static final double WIDTH = 360;
    private static final double MOST_HEIGHT = 220;

    private final TimelineViewModel timeline;
    private final Bookmarks bookmarks;
    private final Runnable close;
    private final VBox rows = new VBox();

    /**
     * Creates the box; the bookmark to add is that of the moment shown now.
     *
     * @param close closes the box
     */
    public BookmarksBox(TimelineViewModel timeline, Bookmarks bookmarks, Runnable close) {
        this.timeline = timeline;
        this.bookmarks = bookmarks;
        this.close = close;
        setId("bookmarks");
        getStyleClass().addAll("bubble", "bookmarks");
        setPrefWidth(WIDTH);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        rows.getStyleClass().add("bookmark-rows");
        scroll.visibleProperty().bind(scroll.managedProperty());
        getChildren().addAll(newcomer(), scroll);
        showRows(scroll);
        ListChangeListener<Bookmark> follow = change -> showRows(scroll);
        sceneProperty()
                .subscribe(scene -> {
                    bookmarks.shown().removeListener(follow);
                    if (scene != null) {
                        bookmarks.shown().addListener(follow);
                    }
                });
    }

    private HBox newcomer() {
        long atMicros = timeline.moment().atMicros();
        TextField word = new TextField();
        word.setId("bookmark-word");
        word.setPromptText(Texts.text("bookmark.word"));
        word.setAccessibleText(Texts.text("bookmark.word"));
        HBox.setHgrow(word, Priority.ALWAYS);
        Button add = new Button(Texts.text("bookmark.add", time(atMicros)));
        add.setId("bookmark-add");
        add.getStyleClass().add("small");
        add.setOnAction(event -> {
            bookmarks.add(atMicros, word.getText());
            close.run();
        });
        word.setOnAction(event -> add.fire());
        HBox row = new HBox(word, add);
        row.getStyleClass().add("bubble-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String time(long atMicros) {
        return ClockTime.tenths(atMicros - timeline.startMicros());
    }

    private void showRows(ScrollPane scroll) {
        rows.getChildren().setAll(bookmarks.shown().stream().map(this::row).toList());
        scroll.setManaged(!bookmarks.shown().isEmpty());
    }

    private HBox row(Bookmark bookmark) {
        Button go = new Button(time(bookmark.atMicros()));
        go.getStyleClass().addAll("small", "flat", "bookmark-go");
        go.setOnAction(event -> {
            timeline.jumpTo(bookmark.atMicros());
            close.run();
        });
        TextField word = new TextField(bookmark.word());
        word.getStyleClass().add("run-name");
        word.setAccessibleText(Texts.text("bookmark.word"));
        HBox.setHgrow(word, Priority.ALWAYS);
        word.setOnAction(event -> bookmarks.rename(bookmark, word.getText()));
        word.focusedProperty()
                .subscribe((was, now) -> {
                    if (was && !now) {
                        bookmarks.rename(bookmark, word.getText());
                    }
                });
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll("small", "flat", "bookmark-remove");
        remove.setAccessibleText(Texts.text("bookmark.remove"));
        remove.setOnAction(event -> bookmarks.remove(bookmark));
        HBox row = new HBox(go, word, remove);
        row.getStyleClass().add("bubble-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
