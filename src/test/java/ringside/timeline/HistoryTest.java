package ringside.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.model.RingState;
import ringside.ring.PeerId;
import ringside.status.StatusEntry;
import ringside.status.WireEvent;

class HistoryTest {

    private static final int MANY = 5_000;

    private static History of(List<StatusEntry> entries) {
        History history = new History(entry -> {});
        entries.forEach(history::add);
        return history;
    }

    private static History longHistory(int most) {
        History history = new History(most, entry -> {});
        for (int i = 0; i < MANY; i++) {
            history.add(Story.ping(i * 1_000L, i % 7, i));
        }
        return history;
    }

    @Test
    void everyStateEqualsTheFoldOfItsEntries() {
        List<StatusEntry> entries = Story.ofAHundred();
        History history = of(entries);
        RingState folded = RingState.EMPTY;
        for (int i = 0; i <= entries.size(); i++) {
            RingState jumped = history.stateAt(i);
            assertThat(Story.latestPings(jumped)).isEqualTo(Story.latestPings(folded));
            assertThat(jumped.atMicros()).isEqualTo(folded.atMicros());
            assertThat(jumped.health()).isEqualTo(folded.health());
            folded = i < entries.size() ? folded.after(entries.get(i)) : folded;
        }
    }

    @Test
    void aCursorGivesTheSameStateAsAJump() {
        History history = longHistory(History.MOST_ENTRIES);
        Cursor cursor = history.cursor();
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            int position = random.nextInt(MANY + 1);
            assertThat(Story.latestPings(cursor.moveTo(position)))
                    .isEqualTo(Story.latestPings(history.stateAt(position)));
            int near = Math.min(MANY, position + random.nextInt(20));
            assertThat(Story.latestPings(cursor.moveTo(near)))
                    .isEqualTo(Story.latestPings(history.stateAt(near)));
        }
    }

    @Test
    void capturedBytesAreBoundedTooAndTheOldestGoFirst() {
        StatusEntry captured =
                new StatusEntry(
                        1,
                        new PeerId(1),
                        WireEvent.MessageCaptured.of(
                                WireEvent.Passage.SENT,
                                WireEvent.Transport.TCP,
                                1,
                                2,
                                30,
                                new byte[30]));
        long chars = 40;
        History history = new History(History.MOST_ENTRIES, Chunk.LEAST * chars, entry -> {});
        for (int i = 0; i < MANY; i++) {
            history.add(captured);
        }
        assertThat(history.last() - history.first()).isBetween(Chunk.LEAST, 3 * Chunk.LEAST);
    }

    @Test
    void positionsAndTimesMatch() {
        History history = longHistory(History.MOST_ENTRIES);
        assertThat(history.positionAt(Story.START_MICROS - 1)).isZero();
        assertThat(history.positionAt(Story.START_MICROS)).isEqualTo(1);
        assertThat(history.positionAt(Story.START_MICROS + 2_500_500)).isEqualTo(2_501);
        assertThat(history.positionAt(Long.MAX_VALUE)).isEqualTo(MANY);
        assertThat(history.atMicros(2_501)).isEqualTo(Story.START_MICROS + 2_500_000);
        assertThat(history.atMicros(0)).isEqualTo(history.startMicros());
    }

    @Test
    void timeNeverRunsBackwardsWhenReportsOvertakeOneAnother() {
        History history =
                of(
                        List.of(
                                Story.ping(10_000, 1, 0),
                                Story.ping(30_000, 2, 0),
                                Story.ping(20_000, 1, 1),
                                Story.ping(40_000, 2, 1)));
        assertThat(history.atMicros(3)).isEqualTo(Story.START_MICROS + 30_000);
        assertThat(history.positionAt(Story.START_MICROS + 29_999)).isEqualTo(1);
        assertThat(history.positionAt(Story.START_MICROS + 30_000)).isEqualTo(3);
    }

    @Test
    void theOldestEntriesAreDroppedAndTheRestKeepTheirPositions() {
        History whole = longHistory(History.MOST_ENTRIES);
        History kept = longHistory(1_000);
        assertThat(kept.first()).isBetween(1, MANY - 1_000);
        assertThat(kept.last()).isEqualTo(MANY);
        assertThat(kept.last() - kept.first()).isBetween(1_000, 1_000 + 2 * Chunk.LEAST);
        assertThat(kept.entryAfter(kept.first())).isEqualTo(whole.entryAfter(kept.first()));
        assertThat(Story.latestPings(kept.stateAt(0)))
                .isEqualTo(Story.latestPings(whole.stateAt(kept.first())));
        assertThatThrownBy(() -> kept.entryAfter(kept.first() - 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(kept.positionAt(0)).isEqualTo(kept.first());
    }

    @Test
    void anEmptyHistoryHasOneMoment() {
        History history = new History(entry -> {});
        assertThat(history.isEmpty()).isTrue();
        assertThat(history.positionAt(5)).isZero();
        assertThat(history.stateAt(0)).isSameAs(RingState.EMPTY);
        assertThat(history.cursor().moveTo(3)).isSameAs(RingState.EMPTY);
        assertThat(history.startMicros()).isZero();
    }

    @Test
    void densityCountsEveryEntryOnce() {
        History history = longHistory(History.MOST_ENTRIES);
        int[] counts = Density.of(history, history.startMicros(), history.endMicros() + 1, 10);
        assertThat(counts).containsOnly(MANY / 10);
    }
}
