package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
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
    void halfAWindowIsAcknowledgedAtTheLatest() {
        incoming.begin(1, 20_000, 12);
        incoming.early(1, 1, 400);
        incoming.early(1, 401, 400);
        incoming.early(1, 801, 400);
        incoming.early(1, 1_201, 400);
        incoming.early(1, 1_601, 400);
        assertThat(incoming.bench.effects(Effect.Send.class)).isEmpty();
        incoming.early(1, 2_001, 400);
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(2_401));
        assertThat(incoming.bench.give(new Input.DatagramsTaken()).effects()).isEmpty();
    }

    // -- trains

    @Test
    void aTrainInOrderIsWrittenAtOnceAndLoggedSegmentBySegment() {
        FileHandle handle = incoming.begin(1, 20_000, 12);
        Bytes data = Bytes.of(numbered(1_200));
        incoming.train(1, 1, data);
        assertThat(incoming.bench.effects(FileEffect.Write.class))
                .containsExactly(new FileEffect.Write(handle, 0, data));
        assertThat(incoming.bench.effects(Effect.Log.class))
                .extracting(Effect.Log::event, Effect.Log::sequence, Effect.Log::bytes)
                .containsExactly(
                        tuple("rcv", 1L, 400), tuple("rcv", 401L, 400), tuple("rcv", 801L, 400));
        incoming.bench.give(new Input.DatagramsTaken());
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1_201));
    }

    @Test
    void aTrainOfHalfAWindowIsAcknowledgedAtOnce() {
        incoming.begin(1, 20_000, 12);
        incoming.train(1, 1, Bytes.of(numbered(2_400)));
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(2_401));
    }

    /** Behind a gap it is kept, though the place where it lay is used again. */
    @Test
    void aTrainThatComesTooEarlyIsKeptAsItWas() {
        incoming.begin(1, 2_000);
        byte[] place = numbered(800);
        incoming.train(1, 401, Bytes.of(place));
        assertThat(incoming.written()).isEmpty();
        Arrays.fill(place, (byte) 0);
        incoming.segment(1, 1, 400);
        assertThat(incoming.bench.effects(FileEffect.Write.class))
                .extracting(write -> write.data().toArray())
                .containsExactly(
                        new byte[400],
                        Arrays.copyOf(numbered(800), 400),
                        Arrays.copyOfRange(numbered(800), 400, 800));
        assertThat(incoming.bench.effects(Effect.Send.class))
                .containsExactly(IncomingBench.acknowledged(1_201));
    }

    /** Of a train that has come in part, the new part is written, and nothing twice. */
    @Test
    void aTrainThatOverlapsWhatIsWrittenIsWrittenOnce() {
        incoming.begin(1, 2_000);
        incoming.segment(1, 1, 400);
        incoming.train(1, 1, Bytes.of(numbered(1_200)));
        assertThat(incoming.written()).containsExactly(400L, 800L);
    }

    /** The last segment of a file is shorter; behind the end there is nothing. */
    @Test
    void onlyATrainThatEndsWithTheFileMayEndWithAShortSegment() {
        incoming.begin(1, 1_000);
        incoming.train(1, 1, Bytes.of(numbered(900)));
        assertThat(incoming.written()).containsExactly(0L, 400L);
        incoming.begin(2, 1_000);
        incoming.train(2, 1, Bytes.of(numbered(1_000)));
        assertThat(incoming.written()).containsExactly(0L);
        incoming.begin(3, 1_000);
        incoming.train(3, 1, Bytes.of(numbered(1_200)));
        assertThat(incoming.written()).containsExactly(0L, 400L);
    }

    private static byte[] numbered(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (i % 251);
        }
        return data;
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
