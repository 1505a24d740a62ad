package ringside.app.inspector;

import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.model.ShortcutEntry;
import ringside.model.ShortcutEntry.Verdict;

/**
 * A row of the finger table, as it is read.
 *
 * @param start the id that is looked up
 * @param interval the ids for which the shortcut serves
 * @param peer where it leads; a dash while it is not known
 * @param right where it should lead; a dash where no shortcut is needed
 * @param age for how long it has led there; a dash while it is not known
 */
record ShortcutRow(
        String start, String interval, String peer, String right, String age, Verdict verdict) {

    private static final String UNKNOWN = "–";

    static ShortcutRow of(ShortcutEntry entry, long nowMicros) {
        return new ShortcutRow(
                entry.start().toString(),
                Texts.text("inspector.shortcut.interval", entry.start(), entry.last()),
                entry.peer() == null ? UNKNOWN : entry.peer().toString(),
                entry.right() == null ? UNKNOWN : entry.right().toString(),
                entry.peer() == null ? UNKNOWN : Amounts.age(nowMicros - entry.sinceMicros()),
                entry.verdict());
    }

    /** Returns the word for how the shortcut compares with the ring. */
    String word() {
        return Texts.text("inspector.shortcut." + verdict);
    }
}
