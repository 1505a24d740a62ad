package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.status.LookupPurpose;
import ringside.status.SuccessorRole;

/** SPEC 8.2, 8.3: files are compared, and moved, when the neighbours change. */
class ReplicatorTest {

    private static final StoredFile OWNED = Bench.file("0004.txt", 0, 1);

    /** Its hash lies before the third predecessor, 220. */
    private static final StoredFile SURPLUS = Bench.file("0200.txt", 0, 1);

    private static final Message.Lacking NOTHING = new Message.Lacking(List.of(), false);

    @Test
    void aNewPredecessorIsShownItsFilesOnceTheRingIsCalm() {
        Bench bench = Bench.inItsRing(Bench.file("0002.txt", 0, 1), OWNED);
        bench.ping(3, SuccessorRole.FIRST);
        Timer.ReplicationDue due = bench.timer(Timer.ReplicationDue.class);
        assertThat(bench.effects()).contains(new Effect.CallLater(due, 500_000));
        bench.fire(due);
        bench.answered(
                new QuestionPurpose.RangeWanted(id(1)), new Message.Neighbours(ids(12), ids(3)));
        assertThat(bench.effects())
                .containsExactly(
                        Bench.inventory(3, 1, Bench.file("0002.txt", 0, 1)),
                        Bench.inventory(8, 2, OWNED),
                        Bench.inventory(12, 3, OWNED));
    }

    @Test
    void anOwnerSaysThatItsReplicasAreMadeWhenAllHaveBeenAndNothingHasChanged() {
        Bench bench = comparing();
        for (int comparison = 1; comparison <= 3; comparison++) {
            assertThat(saysThatItsReplicasAreMade(bench)).isFalse();
            bench.answered(new QuestionPurpose.InventoryShown(comparison), NOTHING);
        }
        assertThat(saysThatItsReplicasAreMade(bench)).isTrue();
        bench.ping(4, SuccessorRole.FIRST);
        assertThat(saysThatItsReplicasAreMade(bench)).isFalse();
    }

    @Test
    void anOwnerDoesNotSaySoWhenACopyFailedOrTheNeighboursChangedMeanwhile() {
        Bench failed = comparing();
        failed.answered(new QuestionPurpose.InventoryShown(1), NOTHING);
        failed.answered(new QuestionPurpose.InventoryShown(2), NOTHING);
        failed.unanswered(new QuestionPurpose.InventoryShown(3));
        assertThat(saysThatItsReplicasAreMade(failed)).isFalse();
        Bench changed = comparing();
        changed.ping(4, SuccessorRole.FIRST);
        for (int comparison = 1; comparison <= 3; comparison++) {
            changed.answered(new QuestionPurpose.InventoryShown(comparison), NOTHING);
        }
        assertThat(saysThatItsReplicasAreMade(changed)).isFalse();
        Bench changedBefore = lookingForItsRange();
        changedBefore.ping(4, SuccessorRole.FIRST);
        beginWithRange(changedBefore);
        for (int comparison = 1; comparison <= 3; comparison++) {
            changedBefore.answered(new QuestionPurpose.InventoryShown(comparison), NOTHING);
        }
        assertThat(saysThatItsReplicasAreMade(changedBefore)).isFalse();
    }

    @Test
    void lackingFilesAreSentUnlessTheNeighboursHaveChanged() {
        Message.Lacking lacking = new Message.Lacking(List.of(OWNED.name().number()), false);
        Bench calm = comparing().answered(new QuestionPurpose.InventoryShown(2), lacking);
        assertThat(calm.effect(FileEffect.Open.class).source())
                .isEqualTo(new FileEffect.Source.Held(OWNED.name().number()));
        Bench changed = comparing().ping(4, SuccessorRole.FIRST);
        changed.answered(new QuestionPurpose.InventoryShown(2), lacking);
        assertThat(changed.effects()).isEmpty();
    }

    /**
     * Peer 5 has shown its new predecessor 3 nothing, and has shown 8 and 12 the file that it owns.
     */
    private static Bench comparing() {
        return beginWithRange(lookingForItsRange());
    }

    private static Bench lookingForItsRange() {
        Bench bench = Bench.inItsRing(OWNED).ping(3, SuccessorRole.FIRST);
        return bench.fire(bench.timer(Timer.ReplicationDue.class));
    }

    private static Bench beginWithRange(Bench bench) {
        return bench.answered(
                new QuestionPurpose.RangeWanted(id(1)), new Message.Neighbours(ids(12), ids(3)));
    }

    private static boolean saysThatItsReplicasAreMade(Bench bench) {
        bench.asked(new Message.Inventory(id(77), List.of(), true));
        return new Message.Lacking(List.of(), true).equals(bench.reply());
    }

    @Test
    void anEarlierChangeIsComparedTogetherWithTheLater() {
        Bench bench = Bench.inItsRing(OWNED);
        bench.ping(3, SuccessorRole.FIRST);
        Timer.ReplicationDue earlier = bench.timer(Timer.ReplicationDue.class);
        bench.ping(4, SuccessorRole.FIRST);
        assertThat(bench.fire(earlier).effects()).isEmpty();
    }

    /** SPEC 8.2: a surplus copy is deleted only after its rightful holder has confirmed it. */
    @Test
    void aSurplusReplicaGoesOnlyWhenItsOwnerHasItAndHasMadeItsReplicas() {
        Bench bench = surplusShownToItsOwner();
        assertThat(bench.effects(FileEffect.Delete.class)).isEmpty();
        bench.answered(shown(bench), new Message.Lacking(List.of(), true));
        assertThat(bench.effect(FileEffect.Delete.class).file().name()).isEqualTo(SURPLUS.name());
    }

    @Test
    void aSurplusCopyStaysAndIsShownAgainUntilItsOwnerConfirms() {
        Bench silent = surplusShownToItsOwner();
        silent.unanswered(shown(silent));
        assertThat(silent.effects()).isEmpty();
        Bench withoutReplicas = surplusShownToItsOwner();
        withoutReplicas.answered(shown(withoutReplicas), NOTHING);
        assertThat(withoutReplicas.effects()).isEmpty();
        withoutReplicas.unanswered(new QuestionPurpose.InventoryShown(1));
        assertThat(withoutReplicas.effects(Effect.CallLater.class))
                .extracting(Effect.CallLater::delayMicros)
                .containsExactly(3_000_000L);
    }

    @Test
    void aSurplusCopyIsNotTouchedUntilTheNeighboursHaveBeenCalmForTenSeconds() {
        assertThat(comparedAfterAChange(9_999).purposes(QuestionPurpose.LookupHop.class)).isEmpty();
        assertThat(comparedAfterAChange(10_000).purposes(QuestionPurpose.LookupHop.class))
                .hasSize(1);
    }

    /**
     * Peer 5 holds a file that belongs to 220, before its third predecessor, and compares this long
     * after a change.
     */
    private static Bench comparedAfterAChange(long calmMs) {
        Bench bench = Bench.inItsRing(SURPLUS);
        bench.ping(240, SuccessorRole.SECOND);
        bench.atMs(calmMs).fire(bench.timer(Timer.ReplicationDue.class));
        return bench.answered(
                new QuestionPurpose.RangeWanted(id(240)), new Message.Neighbours(ids(220), ids(1)));
    }

    private static Bench surplusShownToItsOwner() {
        Bench bench = comparedAfterAChange(10_000);
        Message.Lookup lookup = bench.purposes(QuestionPurpose.LookupHop.class).getFirst().lookup();
        assertThat(lookup.purpose()).isEqualTo(LookupPurpose.RETURN);
        return bench.asked(new Message.OwnerFound(id(220), lookup.lookupId(), false));
    }

    private static QuestionPurpose.InventoryShown shown(Bench bench) {
        return bench.purposes(QuestionPurpose.InventoryShown.class).getFirst();
    }
}
