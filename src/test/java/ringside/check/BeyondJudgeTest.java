package ringside.check;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.check.PingingRing.DEED;
import static ringside.check.PingingRing.SECOND;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.check.Observation.Ended;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.Said;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence;

/** Judges what goes beyond the marks, in virtual time (PROGRAMS 5.11). */
class BeyondJudgeTest {

    private PingingRing ring;
    private RingPlan plan;

    @BeforeEach
    void ringPings() throws Exception {
        ring = new PingingRing(RingPlan::beyond);
        plan = ring.plan;
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckName.class,
            names = {"MISSING_FILE", "WRONG_WORDS", "RUBBISH", "SHORT_PAUSE", "DEAD_STAYS_DEAD"})
    void aRingThatGoesOnHolds(CheckName check) {
        assertThat(ring.judge(check).verdict()).isEqualTo(Verdict.HELD);
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckName.class,
            names = {"MISSING_FILE", "WRONG_WORDS", "RUBBISH", "SHORT_PAUSE", "DEAD_STAYS_DEAD"})
    void aSecondIsNotLongEnoughToTell(CheckName check) {
        ring.seen.removeIf(each -> each.atMicros() > DEED + SECOND);
        assertThat(ring.judge(check).verdict()).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckName.class,
            names = {"MISSING_FILE", "WRONG_WORDS", "RUBBISH", "SHORT_PAUSE"})
    void aPeerThatEndsFails(CheckName check) {
        ring.seen.add(new Ended(DEED + 4 * SECOND, new PeerId(10), 1));
        assertThat(ring.judge(check).actual()).contains("Peer 10 ended with exit code 1.");
    }

    @Test
    void aPeerThatPingsNoMoreAfterAPauseFails() {
        ring.seen.removeIf(each ->
                each instanceof Said said
                        && said.atMicros() > DEED
                        && said.sentence().peers().contains(plan.leaver()));
        assertThat(ring.judge(CheckName.SHORT_PAUSE).actual()).contains("Peer 10 pings no more.");
    }

    @Test
    void aPauseThatKillsFails() {
        ring.say(DEED + 4 * SECOND, new PeerId(8), SentenceKind.DEAD, new PeerId(10));
        assertThat(ring.judge(CheckName.SHORT_PAUSE).actual())
                .contains("4.0 s, peer 8: Peer 10 is no longer alive.");
    }

    @Test
    void filesOfAllSizesMustArrive() {
        plan.numbers()
                .forEach(file -> ring.receive(plan.requester(), plan.owner() + " " + file, 1));
        assertThat(ring.judge(CheckName.FILE_SIZES).verdict()).isEqualTo(Verdict.HELD);
        ring.seen.removeIf(each ->
                each instanceof FileWritten file
                        && file.digest().endsWith(plan.numbers().get(3).digits()));
        assertThat(ring.judge(CheckName.FILE_SIZES).actual())
                .containsExactly("The file of 300 bytes (0988) did not arrive as it is.");
    }

    @Test
    void bothOfTwoRequestersMustGetTheFile() {
        ring.receive(plan.requester(), plan.owner() + " " + plan.file(), 1);
        assertThat(ring.judge(CheckName.TWO_REQUESTS).actual())
                .containsExactly("Peer 10 does not have it.");
        ring.receive(plan.leaver(), plan.owner() + " " + plan.file(), 1);
        assertThat(ring.judge(CheckName.TWO_REQUESTS).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aFileThatNobodyHasMustNotArrive() {
        ring.receive(plan.requester(), "anything", 0);
        assertThat(ring.judge(CheckName.MISSING_FILE).verdict()).isEqualTo(Verdict.HELD);
        ring.receive(plan.requester(), "anything", 5);
        assertThat(ring.judge(CheckName.MISSING_FILE).verdict()).isEqualTo(Verdict.FAILED);
    }

    /** A request travels as fast in a ring that pings once in twenty seconds. */
    @Test
    void whetherAFileComesThatNobodyHasIsKnownAfterFifteenSeconds() {
        ring.seen.clear();
        for (int i = 2; i >= 0; i--) {
            ring.say(
                    DEED - 20L * i * SECOND,
                    new PeerId(1),
                    SentenceKind.PING_REQUEST,
                    new PeerId(15));
        }
        ring.say(DEED + 15 * SECOND - 1, new PeerId(1), SentenceKind.NOT_HERE);
        assertThat(ring.judge(CheckName.MISSING_FILE).verdict()).isEqualTo(Verdict.FAILED);
        ring.say(DEED + 15 * SECOND, new PeerId(1), SentenceKind.NOT_HERE);
        assertThat(ring.judge(CheckName.MISSING_FILE).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aRequestMustNotCirculate() {
        for (int i = 0; i <= 2 * plan.ring().size(); i++) {
            ring.say(DEED + SECOND, new PeerId(10), SentenceKind.FORWARDED);
        }
        assertThat(ring.judge(CheckName.MISSING_FILE).actual())
                .containsExactly("The request was forwarded 17 times: it circulates.");
    }

    /** Its transfers fail, so its requester asks again and again. */
    @Test
    void aRequestThatIsTakenEachTimeDoesNotCirculate() {
        for (int i = 0; i < 3 * plan.ring().size(); i++) {
            ring.say(DEED + i * SECOND / 10, new PeerId(10), SentenceKind.FORWARDED);
            if (i % 6 == 5) {
                ring.say(DEED + i * SECOND / 10, plan.owner(), SentenceKind.HERE);
            }
        }
        assertThat(ring.evidence(Scene.REQUEST).isCirculating()).isFalse();
        assertThat(ring.evidence(Scene.REQUEST).forwardings()).isEqualTo(24);
    }

    @Test
    void aDeadPeerMustNotComeBack() {
        ring.say(DEED + SECOND, new PeerId(4), SentenceKind.DEAD, plan.victim());
        assertThat(ring.judge(CheckName.DEAD_STAYS_DEAD).verdict()).isEqualTo(Verdict.HELD);
        ring.say(DEED + 2 * SECOND, new PeerId(4), SentenceKind.SECOND_SUCCESSOR, plan.victim());
        assertThat(ring.judge(CheckName.DEAD_STAYS_DEAD).actual())
                .containsExactly("2.0 s, peer 4: My second successor is now peer 5.");
    }

    @Test
    void afterTwoKillsTheLastWordsMustBeRight() {
        List<ExpectedSentence> story = Scene.KILLS.deed(plan).storyIn(plan.ring());
        story.forEach(each -> ring.say(DEED + SECOND, each));
        assertThat(ring.judge(CheckName.TWO_KILLS).verdict()).isEqualTo(Verdict.HELD);
        ring.say(
                DEED + 2 * SECOND,
                story.getFirst().speaker(),
                SentenceKind.FIRST_SUCCESSOR,
                plan.victim());
        assertThat(ring.judge(CheckName.TWO_KILLS).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void controlCMustEndAPeerWithinTwoSeconds() {
        assertThat(ring.judge(CheckName.CONTROL_C).verdict()).isEqualTo(Verdict.FAILED);
        ring.seen.add(new Ended(DEED + 3 * SECOND, plan.requester(), 130));
        assertThat(ring.judge(CheckName.CONTROL_C).verdict()).isEqualTo(Verdict.FAILED);
        ring.seen.add(new Ended(DEED + SECOND, plan.requester(), 130));
        assertThat(ring.judge(CheckName.CONTROL_C).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void whoEndsWithItsInputHolds() {
        ring.silence(plan.owner());
        ring.seen.add(new Ended(DEED + SECOND, plan.owner(), 0));
        assertThat(ring.judge(CheckName.END_OF_INPUT).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void whoGoesOnAfterItsInputHolds() {
        assertThat(ring.judge(CheckName.END_OF_INPUT).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void whoNeitherEndsNorPingsAfterItsInputFails() {
        ring.silence(plan.owner());
        assertThat(ring.judge(CheckName.END_OF_INPUT).actual())
                .containsExactly("Peer 1 pings no more.");
    }

    @Test
    void anotherPeerThatEndsWithAnInputFails() {
        ring.seen.add(new Ended(DEED + 4 * SECOND, plan.leaver(), 1));
        assertThat(ring.judge(CheckName.END_OF_INPUT).actual())
                .containsExactly("Peer 10 ended with exit code 1.");
    }

    @Test
    void whoReadsTheEndOfItsInputForEverFails() {
        for (int i = 0; i < 5_000; i++) {
            ring.seen.add(new Observation.Printed(DEED + SECOND, plan.owner(), "what?"));
        }
        assertThat(ring.judge(CheckName.END_OF_INPUT).actual())
                .containsExactly(
                        "Peer 1 printed 5000 lines: it reads the end of its input again and again.");
    }
}
