package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import org.junit.jupiter.api.Test;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.SuccessorRole;

/** SPEC 6.2: only the dead and departed peers themselves can end their tombstones. */
class TombstonesTest {

    private static final QuestionPurpose.SignOfLife SIGN = new QuestionPurpose.SignOfLife(id(12));

    @Test
    void aDeadPeerThatOthersListIsAskedItselfAndNotAdopted() {
        Bench bench = withoutTwelve();
        replyOfEight(bench);
        assertThat(bench.changes()).isEmpty();
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(new Effect.Ask(id(12), new Message.NeighboursWanted(id(5)), SIGN));
        bench.unanswered(SIGN);
        replyOfEight(bench);
        assertThat(bench.changes()).isEmpty();
    }

    @Test
    void aDeadPeerThatAnswersIsAdoptedAgain() {
        Bench bench = withoutTwelve();
        bench.answered(SIGN, new Message.Neighbours(ids(8), ids(1, 5)));
        replyOfEight(bench);
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsExactly(ids(8, 12, 1));
    }

    @Test
    void aDeadPeerThatPingsIsAdoptedAgain() {
        Bench bench = withoutTwelve();
        bench.ping(12, SuccessorRole.SECOND);
        replyOfEight(bench);
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsExactly(ids(8, 12, 1));
    }

    /** Datagrams still under way at the departure prove nothing: 300 ms. */
    @Test
    void theLastDatagramsOfALeaverAreNoSignOfLife() {
        Bench bench = Bench.inItsRing();
        bench.asked(new Message.Departure(id(12), ids(8, 5), ids(1, 5)));
        bench.atMs(299).ping(12, SuccessorRole.SECOND);
        assertThat(bench.effects()).isEmpty();
        replyOfEight(bench);
        assertThat(bench.changes()).isEmpty();
        bench.atMs(300).ping(12, SuccessorRole.SECOND);
        assertThat(bench.changes())
                .extracting(NeighboursChanged::predecessors)
                .containsExactly(ids(1, 12));
        replyOfEight(bench);
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsExactly(ids(8, 12, 1));
    }

    /** Peer 5 after the death of its second successor: 8 and 1 are left. */
    private static Bench withoutTwelve() {
        return Bench.inItsRing().letDie(12);
    }

    private static void replyOfEight(Bench bench) {
        bench.datagram(8, new Datagram.PingReply(0, id(5), ids(12, 1, 5)));
    }
}
