package ringside.app.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ringside.app.base.Texts;
import ringside.model.Amounts;
import ringside.runs.PastRun;
import ringside.runs.RunNotes;
import ringside.runs.RunSummary;

/** One run of the list. JavaFX thread only. */
final class RunLine {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern(Texts.text("runs.date"), Locale.ROOT);

    private final PastRun run;
    private final String age;
    private final ReadOnlyStringWrapper happened =
            new ReadOnlyStringWrapper(Texts.text("runs.reading"));
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();

    /** Creates a line whose summary is not known yet; the time is in ms since 1970. */
    RunLine(PastRun run, long nowMs) {
        this.run = run;
        this.age =
                Amounts.roughAge(
                        TimeUnit.MILLISECONDS.toMicros(nowMs - run.changed().toEpochMilli()));
        show(run.notes());
    }

    void show(RunNotes notes) {
        name.set(notes.name());
        kept.set(notes.kept());
    }

    void show(RunSummary summary) {
        List<String> words = new ArrayList<>();
        words.add(Amounts.age(summary.endMicros() - summary.startMicros()));
        words.add(Texts.count("runs.peers", summary.peers()));
        addIfAny(words, "runs.kills", summary.kills());
        addIfAny(words, "runs.quits", summary.quits());
        addIfAny(words, "runs.lost", summary.lost());
        addIfAny(words, "runs.requests", summary.requests());
        words.add(Amounts.bytes(run.bytes()));
        happened.set(String.join(" \u00b7 ", words));
    }

    private static void addIfAny(List<String> words, String key, int number) {
        if (number > 0) {
            words.add(Texts.count(key, number));
        }
    }

    void showProblem(String problem) {
        happened.set(problem);
    }

    PastRun run() {
        return run;
    }

    /** Returns when it was last written, and how long ago. */
    String when() {
        String date = DATE.format(run.changed().atZone(ZoneId.systemDefault()));
        return switch (run.state()) {
            case RUNNING -> Texts.text("runs.running");
            case OVER -> Texts.text("runs.when", date, age);
        };
    }

    /** How long it took, how many peers it had, what happened, and its size on the disk. */
    ReadOnlyStringProperty happenedProperty() {
        return happened.getReadOnlyProperty();
    }

    /** The name that somebody gave it; empty at first. */
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Whether it stays when there are many younger ones. */
    ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }
}
