package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The receiver of the windowed mode. */
class SendWindowReceivingTest {

    private final IncomingBench incoming = new IncomingBench();

    // -- the window

    @Test
    void segmentsInOrderAreWrittenAndAcknowledgedUpToTheirEnd() {
        incoming.begin(1, 2_000);
        incoming.segment(1, 1, 400);
        assertThat(incoming.written()).containsExactly(0L);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(401));
        incoming.segment(1, 401, 400);
        assertThat(incoming.written()).containsExactly(400L);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(801));
    }

    @Test
    void segmentsThatComeInARowAreAcknowledgedTogether() {
        incoming.begin(1, 20_000, 12);
        incoming.early(1, 1, 400);
        assertThat(incoming.bench.effects(Effect.Send.class)).isEmpty();
        incoming.early(1, 401, 400);
        assertThat(incoming.bench.effects(Effect.Send.class)).isEmpty();
        incoming.bench.give(new Input.DatagramsTaken());
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(801));
        assertThat(incoming.bench.give(new Input.DatagramsTaken()).effects()).isEmpty();
    }

    /** The sender must not have to wait for the end of a burst. */
    @Test
    void aQuarterOfAWindowIsAcknowledgedAtTheLatest() {
        incoming.begin(1, 20_000, 12);
        incoming.early(1, 1, 400);
        incoming.early(1, 401, 400);
        incoming.early(1, 801, 400);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1_201));
        assertThat(incoming.bench.give(new Input.DatagramsTaken()).effects()).isEmpty();
    }

    @Test
    void nothingIsAcknowledgedOfATransferThatIsOver() {
        incoming.begin(1, 20_000, 12);
        incoming.early(1, 1, 400);
        incoming.breakOff(1);
        assertThat(incoming.bench.give(new Input.DatagramsTaken()).effects()).isEmpty();
    }

    @Test
    void anEarlySegmentIsKeptAndWrittenInItsTurn() {
        incoming.begin(1, 2_000);
        incoming.segment(1, 801, 400);
        assertThat(incoming.written()).isEmpty();
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1, 0b10));
        incoming.segment(1, 401, 400);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1, 0b11));
        incoming.segment(1, 1, 400);
        assertThat(incoming.written()).containsExactly(0L, 400L, 800L);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1_201));
    }

    @Test
    void aDuplicateIsAcknowledgedAndNotWritten() {
        incoming.begin(1, 2_000);
        incoming.segment(1, 401, 400);
        incoming.segment(1, 401, 400);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1, 0b1));
        incoming.segment(1, 1, 400);
        incoming.segment(1, 401, 400);
        assertThat(incoming.written()).isEmpty();
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(801));
    }

    /** SPEC 10.1: memory stays bounded, whatever a sender sends. */
    @Test
    void aSegmentBeyondTheWindowOrNotWholeIsPassedOver() {
        incoming.begin(1, 20_000);
        incoming.segment(1, 1 + 4 * 400, 400);
        assertThat(incoming.bench.effects()).isEmpty();
        incoming.segment(1, 1 + 3 * 400, 400);
        assertThat(incoming.bench.effects(Effect.Send.class)).hasSize(1);
        incoming.segment(1, 2, 400);
        assertThat(incoming.bench.effects()).isEmpty();
        incoming.segment(1, 401, 399);
        assertThat(incoming.bench.effects()).isEmpty();
    }

    @Test
    void theLastSegmentMayBeShort() {
        incoming.begin(1, 900);
        incoming.segment(1, 801, 100);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1, 0b10));
        incoming.segment(1, 1, 400);
        incoming.segment(1, 401, 400);
        assertThat(incoming.written()).containsExactly(400L, 800L);
        assertThat(incoming.bench.effects(FileEffect.Finish.class)).hasSize(1);
    }

    @Test
    void theBitmapReachesOverSeveralBytes() {
        EarlySegments early = new EarlySegments();
        for (int after : new int[] {1, 8, 9, 255}) {
            early.keep(after * 7L, Bytes.of((byte) 1));
        }
        Bytes bitmap = early.bitmap(0, 7);
        assertThat(bitmap.length()).isEqualTo(32);
        Datagram.SelectiveAcknowledgement receipt =
                new Datagram.SelectiveAcknowledgement(1, 1, bitmap);
        for (int after = 0; after < 300; after++) {
            assertThat(receipt.has(after))
                    .as("%d segments after the gap", after)
                    .isEqualTo(List.of(1, 8, 9, 255).contains(after));
        }
    }
}
