package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ringside.peer.Bench.id;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.ring.PeerId;
import ringside.status.LookupPurpose;
import ringside.status.TransferPurpose;

/** SPEC 10.1: a question with a field out of range cannot be constructed; one at the limit can. */
class QuestionLimitsTest {

    private static final long LARGEST = Message.MAX_ID;
    private static final long TOO_LARGE = Message.MAX_ID + 1;
    private static final FileNumber NUMBER = new FileNumber("0004");

    private static void assertWrong(Making making) {
        assertThatThrownBy(making::make).isInstanceOf(IllegalArgumentException.class);
    }

    private interface Making {
        Object make();
    }

    private static Message.Offer offer(long id, long lookup, long bytes, long version, int mss) {
        return new Message.Offer(
                id(1),
                id,
                TransferPurpose.COPY,
                lookup,
                FileName.parse("0004.txt"),
                bytes,
                Bench.DIGEST,
                version,
                mss,
                256);
    }

    private static Message.Offer withWindow(int window) {
        return new Message.Offer(
                id(1),
                0,
                TransferPurpose.COPY,
                0,
                FileName.parse("0004.txt"),
                0,
                Bench.DIGEST,
                1,
                1,
                window);
    }

    @Test
    void anOffer() {
        assertThat(offer(LARGEST, LARGEST, Message.MAX_NUMBER, Message.MAX_NUMBER, 65_000).mss())
                .isEqualTo(65_000);
        assertThat(offer(0, 0, 0, 0, 1).mss()).isEqualTo(1);
        assertWrong(() -> withWindow(0));
        assertWrong(() -> withWindow(257));
        assertThat(withWindow(1).window()).isEqualTo(1);
        assertWrong(() -> offer(TOO_LARGE, 0, 0, 0, 1));
        assertWrong(() -> offer(-1, 0, 0, 0, 1));
        assertWrong(() -> offer(0, TOO_LARGE, 0, 0, 1));
        assertWrong(() -> offer(0, -1, 0, 0, 1));
        assertWrong(() -> offer(0, 0, -1, 0, 1));
        assertWrong(() -> offer(0, 0, 0, -1, 1));
        assertWrong(() -> offer(0, 0, Message.MAX_NUMBER + 1, 0, 1));
        assertWrong(() -> offer(0, 0, 0, Message.MAX_NUMBER + 1, 1));
        assertWrong(() -> offer(0, 0, 0, 0, 0));
        assertWrong(() -> offer(0, 0, 0, 0, 65_001));
    }

    private static Message.Lookup lookup(long lookupId, int hop, int replica) {
        return new Message.Lookup(
                id(1), lookupId, LookupPurpose.REQUEST, NUMBER, id(1), hop, false, replica);
    }

    @Test
    void aLookup() {
        assertThat(lookup(LARGEST, 256, 21).replica()).isEqualTo(21);
        assertThat(lookup(0, 1, 0).hop()).isEqualTo(1);
        assertWrong(() -> lookup(TOO_LARGE, 1, 0));
        assertWrong(() -> lookup(0, 0, 0));
        assertWrong(() -> lookup(0, 257, 0));
        assertWrong(() -> lookup(0, 1, -1));
        assertWrong(() -> lookup(0, 1, 22));
    }

    @Test
    void answersToALookupOrATransfer() {
        assertThat(new Message.OwnerFound(id(1), LARGEST, true).held()).isTrue();
        assertThat(new Message.TransferOver(id(1), LARGEST, null).failure()).isNull();
        assertThat(new Message.Kept(id(1), LARGEST, 0).holders()).isZero();
        assertWrong(() -> new Message.OwnerFound(id(1), TOO_LARGE, true));
        assertWrong(() -> new Message.TransferOver(id(1), TOO_LARGE, null));
        assertWrong(() -> new Message.Kept(id(1), TOO_LARGE, 1));
        assertWrong(() -> new Message.Kept(id(1), 0, -1));
    }

    @Test
    void lists() {
        List<PeerId> twenty = Collections.nCopies(20, id(9));
        List<PeerId> tooMany = Collections.nCopies(21, id(9));
        assertThat(new Message.Neighbours(twenty, twenty).successors()).hasSize(20);
        assertThat(new Message.Departure(id(1), twenty, twenty).successors()).hasSize(20);
        assertWrong(() -> new Message.Neighbours(tooMany, List.of()));
        assertWrong(() -> new Message.Neighbours(List.of(), tooMany));
        assertWrong(() -> new Message.Departure(id(1), tooMany, List.of()));
        assertWrong(() -> new Message.Departure(id(1), List.of(), tooMany));
        StoredFile file = Bench.file("0004.txt", 0, 1);
        assertThat(new Message.Inventory(id(1), Collections.nCopies(128, file), true).files())
                .hasSize(128);
        assertWrong(() -> new Message.Inventory(id(1), Collections.nCopies(129, file), true));
    }

    @Test
    void bytesWithTheSameContentAreEqualWhereverTheyLie() {
        byte[] array = {9, 1, 2, 3, 9};
        Bytes part = Bytes.of(array, 1, 3);
        Bytes whole = Bytes.of((byte) 1, (byte) 2, (byte) 3);
        assertThat(part).isEqualTo(whole).hasSameHashCodeAs(whole).hasToString("3 bytes");
        assertThat(part.hashCode()).isNotEqualTo(Bytes.of((byte) 1, (byte) 2).hashCode());
        assertThat(part).isNotEqualTo(Bytes.of((byte) 1, (byte) 2, (byte) 4));
        assertThat(part).isNotEqualTo(Bytes.of((byte) 1, (byte) 2));
        assertThat(part.buffer().remaining()).isEqualTo(3);
        assertThatThrownBy(() -> Bytes.of(array, 3, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
