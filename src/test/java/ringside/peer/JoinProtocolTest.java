package ringside.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.peer.Bench.id;
import static ringside.peer.Bench.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.ring.PeerId;
import ringside.status.LifeEvent;
import ringside.status.NeighbourEvent.NeighboursChanged;
import ringside.status.NeighboursCause;
import ringside.status.SuccessorRole;

/** SPEC 1.2, 7.1, 7.4: a newcomer finds its place. */
class JoinProtocolTest {

    private static final QuestionPurpose.Join ASKED_FIVE = new QuestionPurpose.Join(id(5));

    @Test
    void theKnownPeerIsAskedForItsNeighbours() {
        assertThat(joining(6).effects())
                .containsExactly(new Effect.Report(new LifeEvent.Joining(id(5))), question(6, 5));
    }

    /**
     * SPEC 7.1: the member before the place becomes the predecessor; its list becomes the
     * newcomer's.
     */
    @Test
    void thePlaceIsBehindTheMemberWhoseSuccessorLiesBeyondIt() {
        Bench bench = joining(6).answered(ASKED_FIVE, successors(8, 12, 1));
        assertThat(bench.changes())
                .containsExactly(
                        new NeighboursChanged(ids(8, 12, 1, 5), List.of(), NeighboursCause.JOINED),
                        new NeighboursChanged(ids(8, 12, 1, 5), ids(5), NeighboursCause.JOINED));
        assertThat(bench.reports(LifeEvent.Running.class)).hasSize(1);
    }

    /** SPEC 7.1: the newcomer's first stabilize, which is a ping, notifies the successor. */
    @Test
    void theSuccessorHearsOfTheNewcomerAtOnce() {
        Bench bench = joining(6).answered(ASKED_FIVE, successors(8, 12, 1));
        assertThat(bench.effects(Effect.Send.class))
                .containsExactly(new Effect.Send(id(8), new Datagram.Ping(SuccessorRole.FIRST, 0)));
        assertThat(bench.effects(Effect.Ask.class))
                .containsExactly(
                        new Effect.Ask(
                                id(12),
                                new Message.NeighboursWanted(id(6)),
                                new QuestionPurpose.SuccessorTest(id(12))));
    }

    @Test
    void aKnownPeerFarAwayLeadsToTheClosestBeforeThePlace() {
        Bench bench = joining(100).answered(ASKED_FIVE, successors(20, 60, 90, 120));
        assertThat(bench.effects()).containsExactly(question(100, 90));
        bench.answered(new QuestionPurpose.Join(id(90)), successors(120, 200));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsOnly(ids(120, 200, 90));
    }

    @Test
    void thePlaceIsFoundAcrossTheEndOfTheCircle() {
        Bench bench = joining(3).answered(ASKED_FIVE, successors(100, 250, 4));
        assertThat(bench.effects()).containsExactly(question(3, 250));
        bench.answered(new QuestionPurpose.Join(id(250)), successors(4, 5));
        assertThat(bench.changes())
                .extracting(NeighboursChanged::successors)
                .containsOnly(ids(4, 5, 250));
    }

    @Test
    void theOnlyPeerOfARingBecomesBothNeighbours() {
        Bench bench = joining(6).answered(ASKED_FIVE, successors());
        assertThat(bench.changes())
                .endsWith(new NeighboursChanged(ids(5), ids(5), NeighboursCause.JOINED));
    }

    /** SPEC 7.4: a peer restarted with the same id joins as a new member. */
    @Test
    void aListThatStillNamesTheNewcomerDoesNotLeadItToItself() {
        Bench bench = joining(8).answered(ASKED_FIVE, successors(8, 12, 1));
        assertThat(bench.changes())
                .endsWith(new NeighboursChanged(ids(12, 1, 5), ids(5), NeighboursCause.JOINED));
    }

    @Test
    void aKnownPeerThatIsSilentOrRefusesIsAskedAgainAfterHalfASecond() {
        Bench silent = joining(6).unanswered(ASKED_FIVE);
        assertThat(silent.effects()).containsExactly(tryAgain());
        assertThat(silent.fire(new Timer.JoinDue()).effects()).containsExactly(question(6, 5));
        Bench refused = joining(6).answered(ASKED_FIVE, new Message.Refused("no member"));
        assertThat(refused.effects()).containsExactly(tryAgain());
    }

    @Test
    void aPeerOnTheWayThatIsSilentIsPassedByAndOnlyTheLastLeadsBackToTheKnownOne() {
        Bench bench = joining(100).answered(ASKED_FIVE, successors(20, 60, 90, 120));
        bench.unanswered(new QuestionPurpose.Join(id(90)));
        assertThat(bench.effects()).containsExactly(question(100, 60));
        bench.unanswered(new QuestionPurpose.Join(id(60)));
        assertThat(bench.effects()).containsExactly(question(100, 20));
        bench.unanswered(new QuestionPurpose.Join(id(20)));
        assertThat(bench.effects()).containsExactly(tryAgain());
        bench.fire(new Timer.JoinDue());
        assertThat(bench.effects()).containsExactly(question(100, 5));
    }

    @Test
    void thirtyTriesInVainEndTheNewcomer() {
        Bench bench = joining(6);
        for (int tries = 1; tries < 30; tries++) {
            bench.unanswered(ASKED_FIVE);
            assertThat(bench.effects()).containsExactly(tryAgain());
            bench.fire(new Timer.JoinDue());
        }
        bench.unanswered(ASKED_FIVE);
        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Exit(
                                ExitCode.NOT_JOINED,
                                "peer 6 found no place on the ring: peer 5 does not answer,"
                                        + " or its ring is broken"));
    }

    @Test
    void aMemberIsNotMovedByALateAnswer() {
        Bench bench = joining(6).answered(ASKED_FIVE, successors(8, 12, 1));
        assertThat(bench.answered(ASKED_FIVE, successors(7, 8)).effects()).isEmpty();
        assertThat(bench.unanswered(ASKED_FIVE).effects()).isEmpty();
    }

    private static Bench joining(int self) {
        return Bench.started(self, Bench.WITHOUT_LOSS, new Origin.Join(id(5)));
    }

    private static Message.Neighbours successors(int... values) {
        return new Message.Neighbours(List.<PeerId>of(), ids(values));
    }

    private static Effect.Ask question(int newcomer, int to) {
        return new Effect.Ask(
                id(to),
                new Message.NeighboursWanted(id(newcomer)),
                new QuestionPurpose.Join(id(to)));
    }

    private static Effect.CallLater tryAgain() {
        return new Effect.CallLater(new Timer.JoinDue(), 500_000);
    }
}
