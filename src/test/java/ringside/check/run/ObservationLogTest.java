package ringside.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;
import ringside.check.Observation;
import ringside.check.Observation.Ended;
import ringside.check.Observation.Printed;
import ringside.check.Observation.Said;
import ringside.ring.PeerId;
import ringside.rules.SentenceKind;
import ringside.transcript.Reading;

/** What is kept of a ring that prints without end (PROGRAMS 5.9). */
@BesideOthers
class ObservationLogTest {

    private static final PeerId LOUD = new PeerId(1);
    private static final PeerId QUIET = new PeerId(3);
    private static final int LINES = 100_000;
    private static final String LONG = "x".repeat(64 * 1024);

    private final ObservationLog log = new ObservationLog();

    private List<Printed> printed() {
        return log.all().stream()
                .filter(Printed.class::isInstance)
                .map(Printed.class::cast)
                .toList();
    }

    /** In full they would be six gigabytes. */
    @Test
    void theFirstAndTheLastOfManyLongLinesAreKept() {
        for (int i = 0; i < LINES; i++) {
            log.add(new Printed(i, LOUD, i + LONG));
        }
        List<Printed> kept = printed();
        assertThat(kept.stream().mapToLong(each -> each.line().length()).sum())
                .isBetween(1L << 20, 4L << 20);
        assertThat(kept).allMatch(each -> each.line().length() == 1_000);
        assertThat(kept.getFirst().line()).startsWith("0x");
        assertThat(kept.getLast().line()).startsWith(LINES - 1 + "x");
    }

    @Test
    void theFirstAndTheLastOfManyShortLinesAreKept() {
        for (int i = 0; i < 10 * LINES; i++) {
            log.add(new Printed(i, LOUD, "x"));
        }
        assertThat(printed()).hasSizeBetween(10_000, 50_000);
    }

    /** Sentences stay in their places between the lines that are left. */
    @Test
    void whatElseIsSeenOfAFloodIsKeptInItsOrder() {
        for (int i = 0; i < LINES; i++) {
            log.add(new Printed(2L * i, LOUD, i + LONG));
            if (i % 1_000 == 0) {
                log.add(
                        new Said(
                                2L * i + 1,
                                LOUD,
                                new Reading.Sentence(
                                        SentenceKind.DEAD,
                                        List.of(QUIET),
                                        null,
                                        List.of(),
                                        new Reading.Span(0, 0, 1))));
            }
        }
        log.add(new Printed(2L * LINES, QUIET, "a word"));
        log.add(new Ended(2L * LINES + 1, LOUD, 0));
        List<Observation> all = log.all();
        assertThat(all)
                .isSortedAccordingTo(
                        (one, other) -> Long.compare(one.atMicros(), other.atMicros()));
        assertThat(all).filteredOn(Said.class::isInstance).hasSize(LINES / 1_000);
        assertThat(Optional.of(all.get(all.size() - 2)))
                .contains(new Printed(2L * LINES, QUIET, "a word"));
        assertThat(all.getLast()).isInstanceOf(Ended.class);
        assertThat(log.size()).isEqualTo(LINES + LINES / 1_000 + 2);
    }
}
