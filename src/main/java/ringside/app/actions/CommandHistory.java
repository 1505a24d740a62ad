package ringside.app.actions;

import java.util.ArrayList;
import java.util.List;

/** Earlier commands, recalled with the arrow keys. */
final class CommandHistory {

    /** Commands kept: more than anyone goes back through. */
    static final int KEPT = 100;

    private final List<String> lines = new ArrayList<>();
    private int index;

    void add(String line) {
        lines.remove(line);
        lines.add(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
        index = lines.size();
    }

    /** Returns the line before the one shown, or the oldest; empty when there is none. */
    String earlier() {
        index = Math.max(0, index - 1);
        return index < lines.size() ? lines.get(index) : "";
    }

    /** Returns the line after the one shown; empty after the latest. */
    String later() {
        index = Math.min(lines.size(), index + 1);
        return index < lines.size() ? lines.get(index) : "";
    }
}
