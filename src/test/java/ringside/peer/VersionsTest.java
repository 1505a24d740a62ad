package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.ring.FileName;
import ringside.ring.FileNumber;
import ringside.status.PeerCommand;
import ringside.status.TransferPurpose;

/** SPEC 8.6: the newest version wins, even if a clock was ahead or a version is forged. */
class VersionsTest {

    private static final long NOW_MS = Bench.EPOCH_MS;
    private static final long DAY_MS = 24 * 60 * 60 * 1_000L;
    private static final long HUGE_MS = (1L << 53) - 1;
    private static final String OTHER_DIGEST = "1".repeat(64);

    private static StoredFile held(long versionMs) {
        return Bench.file("0004.txt", 0, versionMs);
    }

    private static StoredFile other(long versionMs) {
        return new StoredFile(FileName.parse("0004.txt"), 0, OTHER_DIGEST, versionMs);
    }

    private static Message.Offer offer(TransferPurpose purpose, StoredFile file) {
        return Bench.offer(8, 1, purpose, 3, file, 16);
    }

    private static boolean lacks(Bench bench, StoredFile file) {
        bench.asked(new Message.Inventory(id(8), List.of(file), true));
        return bench.reply() instanceof Message.Lacking lacking && !lacking.numbers().isEmpty();
    }

    /** A held version in the future, honest or forged, is no reason to refuse a store. */
    @ParameterizedTest
    @ValueSource(longs = {NOW_MS - 5, NOW_MS, NOW_MS + 5, NOW_MS + DAY_MS, HUGE_MS})
    void aFileStoredNowIsNewerThanTheHeldOne(long heldMs) {
        Bench bench = Bench.inItsRing(held(heldMs));
        bench.asked(offer(TransferPurpose.STORE, other(NOW_MS)));
        long versionMs = bench.effect(FileEffect.Create.class).versionMs();
        assertThat(versionMs).isBetween(NOW_MS, NOW_MS + DAY_MS + 1);
        StoredFile stored = other(versionMs);
        bench.give(
                new FileInput.Finished(
                        bench.effect(FileEffect.Create.class).handle(), stored, "files/0004.txt"));
        assertThat(lacks(bench, held(heldMs > NOW_MS + DAY_MS ? NOW_MS : heldMs))).isFalse();
    }

    @Test
    void theOwnersOwnStoreIsNewerToo() {
        Bench bench = Bench.inItsRing(held(NOW_MS + 500));
        bench.command(new PeerCommand.Store("a.txt", new FileNumber("0004")));
        assertThat(bench.effect(FileEffect.Copy.class).leastVersionMs()).isEqualTo(NOW_MS + 501);
    }

    @ParameterizedTest
    @ValueSource(longs = {NOW_MS + 2 * DAY_MS, HUGE_MS})
    void aForgedVersionCountsAsThePresent(long forgedMs) {
        Bench bench = Bench.inItsRing(held(NOW_MS + 10));
        assertThat(lacks(bench, other(forgedMs))).isFalse();
        bench.asked(offer(TransferPurpose.COPY, other(forgedMs)));
        assertThat(bench.reply()).isInstanceOf(Message.Refused.class);
        bench.atMs(20);
        bench.asked(offer(TransferPurpose.COPY, other(forgedMs)));
        assertThat(bench.effect(FileEffect.Create.class).versionMs()).isEqualTo(NOW_MS + 20);
    }

    @Test
    void aVersionOnTheDiskThatIsTooFarAheadIsCorrectedThere() {
        Bench bench =
                Bench.started(
                        5, Bench.WITHOUT_LOSS, new Origin.Neighbours(List.of()), held(HUGE_MS));
        assertThat(bench.effect(FileEffect.Renew.class).file()).isEqualTo(held(NOW_MS));
    }

    /** Bytes that are already here are not sent again: two peers agree by content. */
    @Test
    void theSameBytesUnderANewerVersionOnlyRenewIt() {
        Bench bench = Bench.inItsRing(held(100));
        assertThat(lacks(bench, held(102))).isFalse();
        assertThat(bench.effect(FileEffect.Renew.class).file()).isEqualTo(held(102));
        assertThat(lacks(bench, other(101))).isFalse();
        assertThat(lacks(bench, held(101))).isFalse();
        assertThat(bench.effects(FileEffect.Renew.class)).isEmpty();
    }

    /** All peers decide alike between two versions of the same millisecond. */
    @Test
    void aTieIsBrokenByContentAndThenByName() {
        assertThat(other(7).isNewerThan(held(7))).isTrue();
        assertThat(held(7).isNewerThan(other(7))).isFalse();
        assertThat(held(7).isNewerThan(Bench.file("0004.pdf", 0, 7))).isTrue();
        assertThat(Bench.file("0004.pdf", 0, 7).isNewerThan(held(7))).isFalse();
    }
}
