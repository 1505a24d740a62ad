package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import ringside.ring.FileNumber;
import ringside.status.LookupPurpose;
import ringside.status.PeerCommand;
import ringside.status.SuccessorRole;

/** SPEC 10.1: a reply of the wrong type counts as no answer to any question. */
class WrongRepliesTest {

    private static final Message.Reply ACCEPTED = new Message.Accepted();
    private static final Message.Reply NEIGHBOURS = new Message.Neighbours(ids(9), ids(10));
    private static final Message.Reply LACKING = new Message.Lacking(List.of(), true);
    private static final StoredFile OWNED = Bench.file("0004.txt", 0, 1);

    /** Compares two peers in the same state: one is answered wrongly, the other not at all. */
    private static void assertNoAnswer(
            Supplier<Bench> scene, QuestionPurpose<?> purpose, Message.Reply... wrong) {
        List<Effect> silence = scene.get().unanswered(purpose).effects();
        assertThat(silence).as("silence is noticed").isNotEmpty();
        for (Message.Reply reply : wrong) {
            assertThat(scene.get().answered(purpose, reply).effects())
                    .as("%s to %s", reply, purpose)
                    .isEqualTo(silence);
        }
    }

    @Test
    void aHopThatAnswersWrongIsPassedBy() {
        var lookup =
                new Message.Lookup(
                        id(1),
                        7,
                        LookupPurpose.REQUEST,
                        new FileNumber("0100"),
                        id(1),
                        1,
                        false,
                        0);
        assertNoAnswer(
                () -> Bench.inItsRing().asked(lookup),
                new QuestionPurpose.LookupHop(
                        new Message.Lookup(
                                id(5),
                                7,
                                LookupPurpose.REQUEST,
                                lookup.number(),
                                id(1),
                                2,
                                false,
                                0),
                        id(8)),
                NEIGHBOURS,
                LACKING,
                new Message.Refused("no"));
    }

    @Test
    void aLeaverDoesNotWaitForANeighbourWhoseAnswerIsWrong() {
        assertNoAnswer(
                () -> {
                    Bench bench = Bench.inItsRing().command(new PeerCommand.Quit());
                    return bench.unanswered(new QuestionPurpose.DepartureNotice(id(8)))
                            .unanswered(new QuestionPurpose.DepartureNotice(id(1)));
                },
                new QuestionPurpose.DepartureNotice(id(12)),
                NEIGHBOURS,
                LACKING,
                ACCEPTED,
                new Message.Refused("no"));
    }

    @Test
    void aComparisonThatIsAnsweredWrongIsTriedAgain() {
        assertNoAnswer(
                () -> {
                    Bench bench = lookingForItsRange();
                    bench.answered(
                            new QuestionPurpose.RangeWanted(id(1)),
                            new Message.Neighbours(ids(12), ids(3)));
                    bench.unanswered(new QuestionPurpose.InventoryShown(1));
                    return bench.unanswered(new QuestionPurpose.InventoryShown(2));
                },
                new QuestionPurpose.InventoryShown(3),
                NEIGHBOURS,
                ACCEPTED);
    }

    private static Bench lookingForItsRange() {
        Bench bench = Bench.inItsRing(OWNED).ping(3, SuccessorRole.FIRST);
        return bench.fire(bench.timer(Timer.ReplicationDue.class));
    }

    @Test
    void aPredecessorThatAnswersWrongLeavesTheRangeUnknown() {
        assertNoAnswer(
                WrongRepliesTest::lookingForItsRange,
                new QuestionPurpose.RangeWanted(id(1)),
                ACCEPTED,
                LACKING,
                new Message.Refused("no"));
    }

    @Test
    void aNeighbourThatAnswersARepairWrongIsAskedAgain() {
        QuestionPurpose.Repair repair =
                Bench.inItsRing().letDie(8).purposes(QuestionPurpose.Repair.class).getFirst();
        assertNoAnswer(() -> Bench.inItsRing().letDie(8), repair, ACCEPTED, LACKING);
    }

    @Test
    void aSecondSuccessorThatAnswersItsTestWrongIsNotAdopted() {
        assertNoAnswer(
                () -> Bench.inItsRing().letDie(12),
                new QuestionPurpose.SuccessorTest(id(1)),
                ACCEPTED,
                LACKING);
    }

    @Test
    void aPredecessorThatAnswersItsTestWrongDoesNotCount() {
        assertNoAnswer(
                Bench::inItsRing, new QuestionPurpose.PredecessorTest(id(1)), ACCEPTED, LACKING);
    }

    @Test
    void aMemberThatAnswersANewcomerWrongIsAskedAgain() {
        assertNoAnswer(
                () -> Bench.started(5, Bench.WITHOUT_LOSS, new Origin.Join(id(8))),
                new QuestionPurpose.Join(id(8)),
                ACCEPTED,
                LACKING,
                new Message.Refused("no"));
    }

    @Test
    void aPeerBetweenThatAnswersItsTestWrongMayBeTestedAgain() {
        for (Message.Reply wrong : List.of(ACCEPTED, LACKING)) {
            Bench bench = Bench.inItsRing();
            // The peer found again reports 6, between this peer and its first successor.
            Message.Reply told = new Message.Neighbours(ids(6), ids(8));
            bench.answered(new QuestionPurpose.LostPeerTest(id(200)), told);
            assertThat(bench.purposes(QuestionPurpose.Between.class))
                    .containsExactly(new QuestionPurpose.Between(id(6)));
            assertThat(
                            bench.answered(new QuestionPurpose.LostPeerTest(id(200)), told)
                                    .purposes(QuestionPurpose.Between.class))
                    .isEmpty();
            assertThat(bench.answered(new QuestionPurpose.Between(id(6)), wrong).effects())
                    .isEmpty();
            assertThat(
                            bench.answered(new QuestionPurpose.LostPeerTest(id(200)), told)
                                    .purposes(QuestionPurpose.Between.class))
                    .hasSize(1);
        }
    }

    /** SPEC 7.3: of all reported peers, only the nearest in the gap is asked. */
    @Test
    void aPeerFoundAgainNamesANearerSuccessor() {
        Bench bench = Bench.inItsRing();
        bench.answered(
                new QuestionPurpose.LostPeerTest(id(200)),
                new Message.Neighbours(ids(4, 7), ids(6, 9, 5)));
        assertThat(bench.purposes(QuestionPurpose.Between.class))
                .containsExactly(new QuestionPurpose.Between(id(6)));
        Bench sound = Bench.inItsRing();
        sound.answered(
                new QuestionPurpose.LostPeerTest(id(200)),
                new Message.Neighbours(ids(4), ids(9, 5)));
        assertThat(sound.effects()).isEmpty();
    }
}
