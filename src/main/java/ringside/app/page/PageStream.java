package ringside.app.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringside.app.base.ClockTime;
import ringside.app.base.Texts;
import ringside.app.page.PageDrawing.Words;
import ringside.model.Explanation;
import ringside.model.Explanations;
import ringside.model.Reason;
import ringside.model.Reasons;
import ringside.model.RingHealth;
import ringside.model.RingState;
import ringside.model.Rule;
import ringside.status.FileEvent;
import ringside.status.StatusEntry;
import ringside.timeline.Mark;
import ringside.timeline.Marks;

/**
 * Folds the events of a run and writes what a page shows of it as JSON: first the changes as they
 * come, then what goes with all of them. Its memory does not grow with the run, except for marks
 * and ladders, which are bounded. For one thread.
 */
final class PageStream {

    /** Time between two looks at words that go with the time, in microseconds. */
    private static final long TICK_MICROS = 100_000;

    /** Looks without an event between them: after a dead peer's minute, only a clock goes on. */
    private static final int MOST_TICKS = 700;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().disableJdkUnsafe().create();

    private final JsonWriter json;
    private final PageContent content;
    private final Interval interval;
    private final PageDrawing drawing;
    private final PageLadders ladders = new PageLadders();
    private final Marks marks = new Marks();
    private final Activity activity = new Activity();
    private final Map<String, Rule> rules = new TreeMap<>();
    private RingState state = RingState.EMPTY;
    private boolean begun;
    private boolean unjudged = true;
    private long shownMicros;
    private int position;
    private int mostPeers;

    /** The rule of a reason, as the window shows it. */
    private record RuleText(String heading, String text) {}

    /** A mark on the timeline. */
    private record PlacedMark(long at, String kind, String symbol) {}

    /** A moment that somebody marked, with a word that may be empty. */
    private record PlacedBookmark(long at, String word) {}

    PageStream(JsonWriter json, PageContent content) throws IOException {
        this.json = json;
        this.content = content;
        this.interval = content.interval();
        this.drawing = new PageDrawing(content.layout());
        json.beginObject().name("changes").beginArray();
    }

    /** Takes the next event of the run, in order of arrival. */
    void take(StatusEntry entry) throws IOException {
        RingState before = state;
        RingState after = before.after(entry);
        long at = after.atMicros() - after.startedAtMicros();
        position++;
        if (at > interval.toMicros()) {
            return;
        }
        if (at >= interval.fromMicros()) {
            begin(after.startedAtMicros());
            tickUntil(after.atMicros());
            marks.add(entry, before, after, position);
            activity.add(at - interval.fromMicros());
        }
        state = after;
        ladders.add(entry, after);
        if (begun) {
            List<Change.Said> said = said(entry, before, after);
            unjudged = true;
            show(after.atMicros(), said, !said.isEmpty() || isJudged(entry, before, after));
        }
    }

    /** Returns whether a routine event may change the verdict on the ring, as all others may. */
    private static boolean isJudged(StatusEntry entry, RingState before, RingState after) {
        return entry.event() instanceof FileEvent.FilesHeld
                || !isSame(before.health(), after.health());
    }

    /** Health is immutable and shared, so one that is not the same object has changed. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(RingHealth one, RingHealth other) {
        return one == other;
    }

    /** Draws the whole ring as it is at the beginning of the interval. */
    private void begin(long startMicros) throws IOException {
        if (!begun) {
            begun = true;
            shownMicros = startMicros + interval.fromMicros();
            ladders.forgetBefore(shownMicros);
            if (state.startedAtMicros() != 0) {
                show(shownMicros, List.of(), true);
            }
        }
    }

    private void tickUntil(long micros) throws IOException {
        for (int i = 0; i < MOST_TICKS && micros - shownMicros > TICK_MICROS; i++) {
            show(shownMicros + TICK_MICROS, List.of(), unjudged);
        }
    }

    private void show(long atMicros, List<Change.Said> said, boolean judge) throws IOException {
        boolean due = atMicros / TICK_MICROS != shownMicros / TICK_MICROS;
        Words words =
                unjudged && (judge || due) ? Words.JUDGED : due ? Words.TIMED : Words.AS_BEFORE;
        Map<String, @Nullable Drawn> changes = drawing.moveTo(state, atMicros, words);
        unjudged &= words != Words.JUDGED;
        shownMicros = atMicros;
        mostPeers = Math.max(mostPeers, state.health().living().size());
        if (!changes.isEmpty() || !said.isEmpty()) {
            write(
                    new Change(
                            atMicros - state.startedAtMicros(),
                            changes,
                            said.isEmpty() ? null : said));
        }
    }

    /** A value that is not drawn any more is written as null; an absent one is left out. */
    private void write(Change change) throws IOException {
        json.beginObject().name("at").value(change.at()).name("set").beginObject();
        for (Map.Entry<String, @Nullable Drawn> one : change.set().entrySet()) {
            json.name(one.getKey());
            Drawn value = one.getValue();
            if (value == null) {
                json.jsonValue("null");
            } else {
                GSON.toJson(value, value.getClass(), json);
            }
        }
        json.endObject();
        if (change.said() != null) {
            json.name("said");
            write(change.said());
        }
        json.endObject();
    }

    private void write(List<?> values) throws IOException {
        json.beginArray();
        for (Object value : values) {
            GSON.toJson(value, value.getClass(), json);
        }
        json.endArray();
    }

    private List<Change.Said> said(StatusEntry entry, RingState before, RingState after) {
        List<Change.Said> said = new ArrayList<>();
        long start = after.startedAtMicros();
        if (!Explanations.isRoutine(entry, before)) {
            said.add(said(Explanations.of(entry, before), Reasons.of(entry, before), start));
        }
        Explanations.ofHeal(before, after)
                .ifPresent(heal -> said.add(said(heal, Reasons.ofHeal(), start)));
        return said;
    }

    private Change.Said said(Explanation explanation, Reason reason, long startMicros) {
        rules.put(reason.rule().name(), reason.rule());
        return new Change.Said(
                ClockTime.tenths(explanation.atMicros() - startMicros),
                PageDrawing.number(explanation.peer()),
                explanation.severity().name().toLowerCase(Locale.ROOT),
                explanation.text(),
                reason.why(),
                reason.rule().name(),
                PageDrawing.numbers(explanation.concerned()));
    }

    /**
     * Writes what goes with all changes.
     *
     * @return what was written
     */
    PageSummary end() throws IOException {
        long start = state.startedAtMicros();
        begin(start);
        long until = Math.max(interval.fromMicros(), state.atMicros() - start);
        json.endArray();
        json.name("title").value(content.title());
        json.name("began").value(start);
        json.name("from").value(Math.min(interval.fromMicros(), until));
        json.name("to").value(until);
        json.name("peers").value(mostPeers);
        json.name("marks");
        write(marks.all().stream().map(mark -> placed(mark, start)).toList());
        json.name("bookmarks");
        write(bookmarks(start, until));
        json.name("columnMicros").value(activity.columnMicros());
        json.name("activity");
        write(activity.until(until - interval.fromMicros()));
        json.name("rules").beginObject();
        for (Rule rule : rules.values()) {
            json.name(rule.name());
            String heading = Texts.text("explanation.rule", rule.section(), rule.title());
            GSON.toJson(new RuleText(heading, rule.text()), RuleText.class, json);
        }
        json.endObject().name("ladders");
        write(ladders.all(start, start + until));
        json.endObject();
        return new PageSummary(until - interval.fromMicros(), mostPeers);
    }

    private List<PlacedBookmark> bookmarks(long startMicros, long untilMicros) {
        return content.bookmarks().stream()
                .map(kept -> new PlacedBookmark(kept.atMicros() - startMicros, kept.word()))
                .filter(kept -> kept.at() >= interval.fromMicros() && kept.at() <= untilMicros)
                .sorted(Comparator.comparingLong(PlacedBookmark::at))
                .toList();
    }

    private static PlacedMark placed(Mark mark, long startMicros) {
        String kind = mark.kind().name().toLowerCase(Locale.ROOT);
        return new PlacedMark(mark.atMicros() - startMicros, kind, Texts.text("mark." + kind));
    }
}
