package ringside.app.expected;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ringside.app.base.Texts;
import ringside.ring.PeerId;
import ringside.story.StoryLine;
import ringside.story.StoryLine.State;

/**
 * One expected sentence at one moment.
 *
 * @param seconds since it became expected, until it was said or until now
 * @param spoken how what was said differs from the sentence or, where it is late, the line that
 *     came nearest to it; empty if there is nothing to tell
 */
record ExpectedRow(StoryLine line, State state, long seconds, String spoken) {

    static ExpectedRow of(StoryLine line, long nowMicros) {
        long endMicros = Math.min(nowMicros, line.endMicros());
        return new ExpectedRow(
                line,
                line.stateAt(nowMicros),
                TimeUnit.MICROSECONDS.toSeconds(endMicros - line.sinceMicros()),
                line.nearestAt(nowMicros)
                        .map(near -> Texts.text("expected.nearest", near))
                        .orElseGet(() -> String.join(" ", line.differencesAt(nowMicros))));
    }

    /** Returns the mark, which does not need its colour to be understood. */
    String mark() {
        return switch (state) {
            case OPEN -> "…";
            case SAID -> "✓";
            case LATE -> "✓!";
            case MISSING -> "✗";
            case DROPPED -> "–";
        };
    }

    /** Returns how it stands, why it is expected, and by which section. */
    String detail() {
        return Texts.text(
                "expected." + state.name(),
                seconds,
                line.reason(),
                line.expected().reason().section());
    }

    /** Returns the peers concerned, the speaker first. */
    Set<PeerId> concerned() {
        Set<PeerId> concerned = new LinkedHashSet<>();
        concerned.add(line.expected().speaker());
        concerned.addAll(line.expected().peers());
        return concerned;
    }
}
