package ringside.app.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import ringside.app.events.EventItem.Event;
import ringside.app.events.EventItem.Folded;
import ringside.app.events.EventItem.Head;
import ringside.app.events.EventItem.Place;
import ringside.model.Repetition;

/**
 * The list of events with repeated ones folded to one row (WINDOW 6.6). It follows a list of rows,
 * newest first. Events fold that follow one another, or have only other repeated ones between them;
 * blocks of rows are folded each for itself, so that a new event never costs a look at all. JavaFX
 * thread only.
 */
final class EventFolds {

    /** Rows of a block: a fold has at most so many, but for those that come late. */
    static final int BLOCK = 256;

    private final ObservableList<EventItem> items = FXCollections.observableArrayList();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<EventRow> opened = new HashSet<>();
    private final BooleanProperty folds = new SimpleBooleanProperty(true);

    /** Rows that follow one another, newest first, and their items. */
    private static final class Block {
        private final List<EventRow> rows;
        private List<EventItem> items = List.of();

        Block(List<EventRow> rows) {
            this.rows = new ArrayList<>(rows);
        }

        /** Returns whether a row is as old as those of this block. */
        boolean spans(EventRow row) {
            return !rows.isEmpty()
                    && !EventsViewModel.isNewer(row, rows.getFirst())
                    && !EventsViewModel.isNewer(rows.getLast(), row);
        }
    }

    /** Folds the rows of a list from now on. */
    EventFolds(ObservableList<EventRow> rows) {
        insert(0, rows);
        rows.addListener(this::follow);
        folds.subscribe(() -> refill(List.copyOf(rows)));
    }

    /** What is shown, newest first. */
    ObservableList<EventItem> items() {
        return items;
    }

    /** Whether repeated events are folded. */
    BooleanProperty foldsProperty() {
        return folds;
    }

    /** Opens a fold, or closes the one of a head; other items stay as they are. */
    void toggle(EventItem item) {
        switch (item) {
            case Folded folded -> opened.add(folded.oldest());
            case Head head -> opened.remove(head.oldest());
            case Event _ -> {
                return;
            }
        }
        blocks.stream()
                .filter(block -> block.rows.contains(item.oldest()))
                .findFirst()
                .ifPresent(this::fold);
    }

    /** Opens the fold of an event, if it lies in a closed one. */
    void open(EventRow row) {
        int index = indexOf(row);
        if (index >= 0 && items.get(index) instanceof Folded folded) {
            toggle(folded);
        }
    }

    /**
     * Opens the closed fold of the latest event before a moment if the moment lies in it: there are
     * later events in it, too, or that one happened at this very time.
     *
     * @param position of the moment
     * @param atMicros its time
     */
    void openAt(EventRow latest, int position, long atMicros) {
        int index = indexOf(latest);
        if (index >= 0
                && items.get(index) instanceof Folded folded
                && (folded.newest().position() > position
                        || latest.explanation().atMicros() == atMicros)) {
            toggle(folded);
        }
    }

    /** Returns the index of the item that tells an event, or -1. */
    int indexOf(EventRow row) {
        return indexOf(row, item -> item.rows().contains(row));
    }

    /**
     * Returns the index of an item, as it is now, or otherwise that of the latest one before it;
     * the number of items if there is none.
     */
    int indexNear(EventItem item) {
        int same = indexOf(item);
        if (same >= 0) {
            return same;
        }
        int index = 0;
        while (index < items.size()
                && EventsViewModel.isNewer(items.get(index).newest(), item.newest())) {
            index++;
        }
        return index;
    }

    /** Returns the index of an item as it is now, or -1. */
    int indexOf(EventItem item) {
        return indexOf(item.oldest(), item::isSame);
    }

    /** Looks for an item that tells a row, in those blocks alone that can hold the row. */
    private int indexOf(EventRow row, Predicate<EventItem> wanted) {
        int start = 0;
        for (Block block : blocks) {
            for (int i = 0; block.spans(row) && i < block.items.size(); i++) {
                if (wanted.test(block.items.get(i))) {
                    return start + i;
                }
            }
            start += block.items.size();
        }
        return -1;
    }

    private void follow(Change<? extends EventRow> change) {
        while (change.next()) {
            if (change.getAddedSize() == change.getList().size()) {
                refill(change.getList());
            } else {
                remove(change.getFrom(), change.getRemovedSize());
                insert(change.getFrom(), change.getAddedSubList());
            }
        }
    }

    private void refill(List<? extends EventRow> rows) {
        blocks.clear();
        opened.retainAll(Set.copyOf(rows));
        List<EventItem> all = new ArrayList<>();
        for (List<EventRow> part : parts(List.copyOf(rows))) {
            Block block = new Block(part);
            block.items = folded(block.rows);
            blocks.add(block);
            all.addAll(block.items);
        }
        items.setAll(all);
    }

    /** Cuts rows into parts, of which the oldest ones are full. */
    private static List<List<EventRow>> parts(List<EventRow> rows) {
        List<List<EventRow>> parts = new ArrayList<>();
        for (int to = rows.size(); to > 0; to -= BLOCK) {
            parts.addFirst(rows.subList(Math.max(0, to - BLOCK), to));
        }
        return parts;
    }

    private void remove(int from, int count) {
        int start = 0;
        for (Block block : List.copyOf(blocks)) {
            int size = block.rows.size();
            int first = Math.max(from - start, 0);
            int end = Math.min(from + count - start, size);
            if (first < end) {
                block.rows.subList(first, end).clear();
                fold(block);
            }
            start += size;
        }
        blocks.removeIf(block -> block.rows.isEmpty());
    }

    private void insert(int from, List<? extends EventRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (from == 0) {
            putOnTop(List.copyOf(rows));
            return;
        }
        int start = 0;
        for (Block block : blocks) {
            if (from <= start + block.rows.size()) {
                block.rows.addAll(from - start, rows);
                fold(block);
                return;
            }
            start += block.rows.size();
        }
    }

    private void putOnTop(List<EventRow> rows) {
        int room = blocks.isEmpty() ? 0 : Math.max(0, BLOCK - blocks.getFirst().rows.size());
        int rest = Math.max(0, rows.size() - room);
        if (rest < rows.size()) {
            Block top = blocks.getFirst();
            top.rows.addAll(0, rows.subList(rest, rows.size()));
            fold(top);
        }
        for (List<EventRow> part : parts(rows.subList(0, rest)).reversed()) {
            Block block = new Block(part);
            blocks.addFirst(block);
            fold(block);
        }
    }

    /** Folds a block again and changes the items that are not what they were. */
    private void fold(Block block) {
        int start = 0;
        for (Block above : blocks) {
            if (above == block) {
                break;
            }
            start += above.items.size();
        }
        List<EventItem> before = block.items;
        List<EventItem> now = folded(block.rows);
        block.items = now;
        int shorter = Math.min(before.size(), now.size());
        int end = 0;
        while (end < shorter
                && before.get(before.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        int same = 0;
        while (same < shorter - end && before.get(same).equals(now.get(same))) {
            same++;
        }
        int replaced = Math.min(before.size(), now.size()) - end - same;
        for (int i = same; i < same + replaced; i++) {
            items.set(start + i, now.get(i));
        }
        int from = same + replaced;
        if (before.size() > now.size()) {
            items.remove(start + from, start + before.size() - end);
        } else if (now.size() > before.size()) {
            items.addAll(start + from, now.subList(from, now.size() - end));
        }
    }

    /** Returns the items of rows; a fold stands where its newest event stood. */
    private List<EventItem> folded(List<EventRow> rows) {
        List<EventItem> all = new ArrayList<>();
        int start = 0;
        while (start < rows.size()) {
            int end = start;
            while (end < rows.size() && rows.get(end).traits().repetition().isPresent()) {
                end++;
            }
            all.addAll(foldedStretch(rows.subList(start, end)));
            if (end < rows.size()) {
                all.add(new Event(rows.get(end), Place.ALONE));
            }
            start = end + 1;
        }
        return all;
    }

    private List<EventItem> foldedStretch(List<EventRow> repeated) {
        Map<Repetition, List<EventRow>> stories = new LinkedHashMap<>();
        for (EventRow row : repeated) {
            row.traits()
                    .repetition()
                    .ifPresent(story ->
                            stories.computeIfAbsent(story, s -> new ArrayList<>()).add(row));
        }
        List<EventItem> all = new ArrayList<>();
        for (EventRow row : repeated) {
            Repetition story = row.traits().repetition().orElseThrow();
            List<EventRow> told = stories.getOrDefault(story, List.of());
            if (!folds.get() || told.size() < story.kind().fewest()) {
                all.add(new Event(row, Place.ALONE));
            } else if (told.getFirst().equals(row)) {
                all.addAll(itemsOf(new Folded(story, told)));
            }
        }
        return all;
    }

    private List<EventItem> itemsOf(Folded folded) {
        if (!opened.contains(folded.oldest())) {
            return List.of(folded);
        }
        List<EventItem> shown = new ArrayList<>();
        shown.add(new Head(folded));
        folded.told().forEach(row -> shown.add(new Event(row, Place.IN_FOLD)));
        return shown;
    }
}
