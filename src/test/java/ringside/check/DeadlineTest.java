package ringside.check;

import static org.assertj.core.api.Assertions.assertThat;
import static ringside.check.PingingRing.DEED;
import static ringside.check.PingingRing.SECOND;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.check.Observation.Ended;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.Typed;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.SentenceKind;

/** Until when a scene is waited for, in virtual time (PROGRAMS 5.5). */
class DeadlineTest {

    private static final PeerId BYSTANDER = new PeerId(1);

    private PingingRing ring;

    @BeforeEach
    void ringPings() throws Exception {
        ring = new PingingRing(RingPlan::beyond);
    }

    private boolean isOver(Scene scene, long nowMicros) {
        return Deadline.isOver(scene, ring.evidence(scene), nowMicros);
    }

    private void write(long atMicros, PeerId peer, String name) {
        ring.seen.add(new FileWritten(atMicros, peer, name, atMicros, "digest at " + atMicros));
    }

    /** It says all that it can say each second, for an hour, and each peer writes files. */
    private void talkForAnHour() {
        for (long at = DEED; at <= DEED + 3_600 * SECOND; at += SECOND) {
            for (SentenceKind kind : SentenceKind.values()) {
                ring.say(at, BYSTANDER, kind, new PeerId(3));
            }
            write(at, ring.plan.requester(), "received_file.pdf");
            write(at, BYSTANDER, "debug.log");
        }
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void noSceneIsPutOffWithoutEnd(Scene scene) {
        talkForAnHour();
        assertThat(isOver(scene, DEED + 3_601 * SECOND)).isTrue();
    }

    @Test
    void whatAProgramSaysWithEachPingIsNoProgressOfARequest() {
        for (long at = DEED; at <= DEED + 30 * SECOND; at += SECOND) {
            ring.say(at, BYSTANDER, SentenceKind.FIRST_SUCCESSOR, new PeerId(3));
        }
        assertThat(isOver(Scene.TOGETHER, DEED + 15 * SECOND)).isFalse();
        assertThat(isOver(Scene.TOGETHER, DEED + 15 * SECOND + 1)).isTrue();
    }

    @Test
    void theTransferOfAFileThatWasAskedForIsProgress() {
        ring.say(DEED + 10 * SECOND, ring.plan.owner(), SentenceKind.SENDING);
        assertThat(isOver(Scene.TOGETHER, DEED + 70 * SECOND)).isFalse();
        assertThat(isOver(Scene.TOGETHER, DEED + 70 * SECOND + 1)).isTrue();
        write(DEED + 60 * SECOND, ring.plan.requester(), "received_file.pdf");
        assertThat(isOver(Scene.TOGETHER, DEED + 120 * SECOND)).isFalse();
        write(DEED + 100 * SECOND, ring.plan.leaver(), "a-name-of-its-own");
        assertThat(isOver(Scene.TOGETHER, DEED + 160 * SECOND)).isFalse();
    }

    @Test
    void aFileOfTheProgramsOwnIsNoProgress() {
        write(DEED - SECOND, ring.plan.requester(), "debug.log");
        write(DEED + 10 * SECOND, ring.plan.requester(), "debug.log");
        write(DEED + 10 * SECOND, BYSTANDER, "received_file.pdf");
        assertThat(isOver(Scene.SIZES, DEED + 15 * SECOND + 1)).isTrue();
    }

    /** Two files are given the time of two requests, and no more. */
    @Test
    void aTransferThatGoesOnForEverIsGivenTheTimeOfItsRequests() {
        ring.say(DEED, ring.plan.owner(), SentenceKind.SENDING);
        for (long at = DEED; at <= DEED + 300 * SECOND; at += SECOND) {
            write(at, ring.plan.requester(), "received_file.pdf");
        }
        assertThat(isOver(Scene.TOGETHER, DEED + 244 * SECOND)).isFalse();
        assertThat(isOver(Scene.TOGETHER, DEED + 244 * SECOND + 1)).isTrue();
    }

    @Test
    void aLeaverMayLiveForTenSecondsAlsoWhenAnotherOneIsToldLater() {
        Deed deed = Scene.QUITS.deed(ring.plan);
        PeerId first = ring.plan.leaver();
        PeerId second = ring.plan.victim();
        ring.seen.add(new Typed(DEED, first, "quit"));
        assertThat(Deadline.overstayed(deed, ring.seen, DEED + 10 * SECOND)).isEmpty();
        assertThat(Deadline.overstayed(deed, ring.seen, DEED + 10 * SECOND + 1))
                .containsExactly(first);
        ring.seen.add(new Typed(DEED + 11 * SECOND, second, "quit"));
        ring.seen.add(new Ended(DEED + 12 * SECOND, first, 137));
        assertThat(Deadline.overstayed(deed, ring.seen, DEED + 21 * SECOND)).isEmpty();
        assertThat(Deadline.overstayed(deed, ring.seen, DEED + 22 * SECOND))
                .containsExactly(second);
    }

    /** A machine that is late by a tenth of it may not tell (PROGRAMS 5.5). */
    @Test
    void theLimitOfACheckIsTheTimeOnWhichItHangs() {
        assertThat(Deadline.limitOf(CheckName.RETRANSMISSION, SECOND)).isEqualTo(3 * SECOND / 2);
        assertThat(Deadline.limitOf(CheckName.CONTROL_C, SECOND)).isEqualTo(22 * SECOND / 10);
        assertThat(Deadline.limitOf(CheckName.SHORT_PAUSE, SECOND)).isEqualTo(SECOND);
        assertThat(Deadline.limitOf(CheckName.SHORT_PAUSE, 20 * SECOND)).isEqualTo(10 * SECOND);
        assertThat(Deadline.limitOf(CheckName.KILL_NOTICED, SECOND)).isEqualTo(10 * SECOND);
    }

    @Test
    void pingsThatComeHardlyEverAreNotWaitedForLongerThanTheSlowestThatAreAllowed() {
        ring.seen.clear();
        for (int i = 0; i < 3; i++) {
            ring.say(900L * i * SECOND, BYSTANDER, SentenceKind.PING_REQUEST, new PeerId(15));
        }
        assertThat(Deadline.of(Scene.PAUSE, ring.evidence(Scene.PAUSE)))
                .isEqualTo(DEED + (10 + 16 * 30) * SECOND);
    }
}
