package ringside.check;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.check.PingingRing.DEED;
import static ringside.check.PingingRing.SECOND;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.check.Observation.Ended;
import ringside.check.Observation.Killed;
import ringside.check.Observation.LossBegan;
import ringside.check.Observation.LossRefused;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence;

/** Judges a ring that loses datagrams, and peers two by two, in virtual time (PROGRAMS 5.11). */
class LosingJudgeTest {

    private static final PeerId FIRST = new PeerId(12);
    private static final PeerId SECOND_KILLED = new PeerId(15);

    private PingingRing ring;
    private RingPlan plan;

    @BeforeEach
    void ringPings() throws Exception {
        ring = new PingingRing(RingPlan::losing);
        plan = ring.plan;
    }

    private void loses() {
        ring.seen.add(new LossBegan(DEED));
    }

    @Test
    void aFileThatArrivesUnderLossHolds() {
        loses();
        ring.receive(plan.requester(), plan.owner() + " " + plan.file(), plan.fileBytes());
        assertThat(ring.judge(CheckName.REAL_LOSS).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aFileThatIsLongerUnderLossFails() {
        loses();
        ring.receive(plan.requester(), "segments twice", plan.fileBytes() + plan.mss());
        assertThat(ring.judge(CheckName.REAL_LOSS).actual())
                .containsExactly(
                        "received_file.pdf has 12300 bytes, and they are not the owner's.");
    }

    @Test
    void aFileThatArrivesWithoutLossProvesNothing() {
        ring.receive(plan.requester(), plan.owner() + " " + plan.file(), plan.fileBytes());
        assertThat(ring.judge(CheckName.REAL_LOSS).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void lossThatTheMachineRefusesIsNotApplicable() {
        ring.seen.add(new LossRefused(DEED, "no nft here"));
        Finding finding = ring.judge(CheckName.REAL_LOSS);
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(finding.actual()).containsExactly("no nft here");
    }

    /** A slow sender is silent for longer than one that loses nothing. */
    @Test
    void aTransferUnderLossHasTheTimeOfARequest() {
        loses();
        assertThat(Deadline.of(Scene.LOSS, ring.evidence(Scene.LOSS)))
                .isEqualTo(DEED + 15 * SECOND);
        ring.say(DEED + SECOND, plan.owner(), SentenceKind.SENDING);
        assertThat(Deadline.of(Scene.LOSS, ring.evidence(Scene.LOSS)))
                .isEqualTo(DEED + 124 * SECOND);
        ring.say(DEED + 30 * SECOND, plan.owner(), SentenceKind.SENT);
        assertThat(Deadline.of(Scene.LOSS, ring.evidence(Scene.LOSS)))
                .isEqualTo(DEED + 45 * SECOND);
    }

    @Test
    void twoQuitsHoldWhenBothLeaveAndTheLastWordsAreRight() {
        List<ExpectedSentence> story = Scene.QUITS.deed(plan).storyIn(plan.ring());
        story.forEach(each -> ring.say(DEED + SECOND, each));
        ring.seen.add(new Ended(DEED + SECOND, plan.leaver(), 0));
        assertThat(ring.judge(CheckName.TWO_QUITS).actual())
                .containsExactly(
                        "It was told, but the process of peer 5 still ran, and was killed.");
        ring.seen.add(new Ended(DEED + SECOND, plan.victim(), 0));
        assertThat(ring.judge(CheckName.TWO_QUITS).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aPredecessorThatNamesThePeerThatLeftFirstFails() {
        List<ExpectedSentence> story = Scene.QUITS.deed(plan).storyIn(plan.ring());
        story.forEach(each -> ring.say(DEED + SECOND, each));
        List.of(plan.leaver(), plan.victim())
                .forEach(peer -> ring.seen.add(new Ended(DEED + SECOND, peer, 0)));
        ring.say(DEED + 2 * SECOND, new PeerId(4), SentenceKind.SECOND_SUCCESSOR, plan.leaver());
        assertThat(ring.judge(CheckName.TWO_QUITS).actual())
                .containsExactly("2.0 s, peer 4: My second successor is now peer 10.");
    }

    private void killNeighbours() {
        for (PeerId peer : List.of(FIRST, SECOND_KILLED)) {
            ring.silence(peer);
            ring.seen.add(new Killed(DEED, peer));
            ring.seen.add(new Ended(DEED, peer, 137));
        }
        ring.say(DEED + SECOND, plan.leaver(), SentenceKind.DEAD, FIRST);
    }

    @Test
    void neighboursThatAreNoticedAndHarmNobodyHold() {
        killNeighbours();
        assertThat(ring.judge(CheckName.NEIGHBOURS_KILLED).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void neighboursThatNobodyMissesFail() {
        killNeighbours();
        ring.seen.removeIf(each ->
                each instanceof Observation.Said said
                        && said.sentence().kind() == SentenceKind.DEAD);
        assertThat(ring.judge(CheckName.NEIGHBOURS_KILLED).actual())
                .containsExactly("Nobody says that one of [12, 15] is dead.");
    }

    @Test
    void aPeerThatEndsWhenItHasNoSuccessorFails() {
        killNeighbours();
        ring.seen.add(new Ended(DEED + 2 * SECOND, plan.leaver(), 1));
        assertThat(ring.judge(CheckName.NEIGHBOURS_KILLED).actual())
                .containsExactly("Peer 10 ended with exit code 1.");
    }

    @Test
    void aPeerThatStopsPingingALivingSuccessorFails() {
        killNeighbours();
        ring.silence(plan.victim());
        assertThat(ring.judge(CheckName.NEIGHBOURS_KILLED).actual())
                .contains("Peer 8 hears no more pings of peer 5.");
    }

    /** It asks its successor for a new one, which that one cannot tell. */
    @Test
    void aPeerThatHasLostASuccessorMayStopPinging() {
        killNeighbours();
        ring.seen.removeIf(each ->
                each instanceof Observation.Said said
                        && said.sentence().peers().contains(plan.requester()));
        assertThat(ring.judge(CheckName.NEIGHBOURS_KILLED).verdict()).isEqualTo(Verdict.HELD);
    }

    /** It cannot heal, and finds its dead successors dead for as long as it runs. */
    @Test
    void aDeathThatIsToldAgainAndAgainPutsNothingOff() {
        killNeighbours();
        for (int again = 2; again <= 8; again++) {
            ring.say(DEED + again * SECOND, plan.leaver(), SentenceKind.DEAD, FIRST);
        }
        assertThat(ring.judge(CheckName.NEIGHBOURS_KILLED).verdict()).isEqualTo(Verdict.HELD);
        assertThat(Deadline.of(Scene.NEIGHBOURS, ring.evidence(Scene.NEIGHBOURS)))
                .isEqualTo(DEED + (1 + 10 + 4) * SECOND);
    }

    /** Pings in the second half of the time may still come before the last death is noticed. */
    @Test
    void aPeerThatStopsPingingWhenTheLastDeathIsNoticedFails() {
        killNeighbours();
        long noticed = DEED + 7 * SECOND / 2;
        ring.say(noticed, plan.leaver(), SentenceKind.DEAD, SECOND_KILLED);
        ring.seen.removeIf(each ->
                each instanceof Observation.Said said
                        && said.atMicros() > noticed
                        && said.peer().equals(plan.requester()));
        assertThat(ring.judge(CheckName.NEIGHBOURS_KILLED).actual())
                .containsExactly("Peer 8 hears no more pings of peer 5.");
    }

    @Test
    void aLivingPeerThatIsDeclaredDeadFails() {
        killNeighbours();
        ring.say(DEED + SECOND, plan.victim(), SentenceKind.DEAD, plan.requester());
        assertThat(ring.judge(CheckName.NEIGHBOURS_KILLED).actual())
                .containsExactly("1.0 s, peer 5: Peer 8 is no longer alive.");
    }
}
