package ringside.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

class AttemptsTest {

    private static final List<Scene> MARKED =
            List.of(Scene.PINGS, Scene.REQUEST, Scene.QUIT, Scene.KILL);

    private final Attempts attempts = new Attempts(MARKED, List.of());
    private Rules rules;

    @BeforeEach
    void readTheRules() throws Exception {
        rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
    }

    private void play(Scene... scenes) {
        attempts.take(found(scenes, List.of()));
    }

    private void play(List<CheckName> failed, Scene... scenes) {
        attempts.take(found(scenes, failed));
    }

    /** Plays a request while the machine is too busy for one check. */
    private void playBusy(CheckName busy) {
        Map<CheckName, Finding> found =
                found(new Scene[] {Scene.PINGS, Scene.REQUEST}, List.of(busy));
        found.replaceAll(
                (check, finding) -> check == busy ? finding.inconclusive("busy") : finding);
        attempts.take(found);
    }

    private static Map<CheckName, Finding> found(Scene[] scenes, List<CheckName> failed) {
        Map<CheckName, Finding> found = new EnumMap<>(CheckName.class);
        for (Scene scene : scenes) {
            for (CheckName check : scene.checks()) {
                found.put(
                        check,
                        failed.contains(check)
                                ? Finding.failed(check, List.of("x"), List.of("y"), List.of())
                                : Finding.held(check, List.of()));
            }
        }
        return found;
    }

    private Verdict verdict(CheckName check) {
        return attempts.findings(rules).stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    @Test
    void aRingOnWhichAllHoldsIsPlayedOnce() {
        play(MARKED.toArray(Scene[]::new));
        assertThat(attempts.areOver()).isTrue();
        assertThat(attempts.findings(rules))
                .hasSize(CheckName.marked().size())
                .allMatch(finding -> finding.verdict() == Verdict.HELD);
    }

    @Test
    void whatHasFailedOnceNeedsTwoMoreRings() {
        assertThat(attempts.ringsNeeded()).isEqualTo(1);
        play(List.of(CheckName.FILE_IDENTICAL), Scene.PINGS, Scene.REQUEST);
        assertThat(attempts.ringsNeeded()).isEqualTo(2);
        play(List.of(CheckName.FILE_IDENTICAL), Scene.PINGS, Scene.REQUEST);
        assertThat(attempts.ringsNeeded()).isEqualTo(1);
    }

    @Test
    void aBusyMachineIsNotGivenTwoRingsAtOnce() {
        playBusy(CheckName.FILE_IDENTICAL);
        assertThat(attempts.ringsNeeded()).isEqualTo(1);
    }

    @Test
    void whatHasNotBeenPlayedYetNeedsOneRing() {
        play(List.of(CheckName.FILE_IDENTICAL), Scene.PINGS, Scene.REQUEST);
        play(List.of(CheckName.FILE_IDENTICAL), Scene.PINGS, Scene.REQUEST);
        play(List.of(CheckName.FILE_IDENTICAL), Scene.PINGS, Scene.REQUEST);
        assertThat(attempts.scenes()).containsExactly(Scene.QUIT, Scene.KILL);
        assertThat(attempts.ringsNeeded()).isEqualTo(1);
    }

    @Test
    void aCheckThatFailsOnceAndHoldsThenHasHeld() {
        play(List.of(CheckName.FILE_IDENTICAL), Scene.PINGS, Scene.REQUEST);
        assertThat(attempts.scenes()).containsExactly(Scene.REQUEST, Scene.QUIT, Scene.KILL);
        play(MARKED.toArray(Scene[]::new));
        assertThat(attempts.areOver()).isTrue();
        assertThat(verdict(CheckName.FILE_IDENTICAL)).isEqualTo(Verdict.HELD);
    }

    @Test
    void aCheckThatFailsThreeTimesHasFailedAndTheRestIsPlayed() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.scenes()).contains(Scene.REQUEST);
            play(List.of(CheckName.FILE_IDENTICAL), Scene.PINGS, Scene.REQUEST);
        }
        assertThat(attempts.scenes()).containsExactly(Scene.QUIT, Scene.KILL);
        play(Scene.PINGS, Scene.QUIT, Scene.KILL);
        assertThat(attempts.areOver()).isTrue();
        assertThat(verdict(CheckName.FILE_IDENTICAL)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(CheckName.KILL_NOTICED)).isEqualTo(Verdict.HELD);
    }

    @Test
    void anAttemptThatCannotTellIsNotOneOfTheThree() {
        List<CheckName> failed = List.of(CheckName.RETRANSMISSION);
        playBusy(CheckName.RETRANSMISSION);
        play(failed, Scene.PINGS, Scene.REQUEST);
        play(failed, Scene.PINGS, Scene.REQUEST);
        assertThat(attempts.scenes()).contains(Scene.REQUEST);
        assertThat(verdict(CheckName.RETRANSMISSION)).isEqualTo(Verdict.INCONCLUSIVE);
        play(failed, Scene.PINGS, Scene.REQUEST);
        assertThat(attempts.scenes()).doesNotContain(Scene.REQUEST);
        assertThat(verdict(CheckName.RETRANSMISSION)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void whatFailsFewerThanThreeTimesInFiveIsInconclusiveWhicheverCameLast() {
        playBusy(CheckName.RETRANSMISSION);
        playBusy(CheckName.RETRANSMISSION);
        playBusy(CheckName.RETRANSMISSION);
        play(List.of(CheckName.RETRANSMISSION), Scene.PINGS, Scene.REQUEST);
        assertThat(attempts.scenes()).contains(Scene.REQUEST);
        play(List.of(CheckName.RETRANSMISSION), Scene.PINGS, Scene.REQUEST);
        assertThat(attempts.scenes()).doesNotContain(Scene.REQUEST);
        assertThat(verdict(CheckName.RETRANSMISSION)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(attempts.failed(rules)).isEmpty();
    }

    @Test
    void whatFailedOnceBeforeTheTimeWasUpIsNotReachedAndSaysWhatWasSeen() {
        play(List.of(CheckName.FILE_IDENTICAL), Scene.PINGS, Scene.REQUEST);
        Finding finding =
                attempts.findings(rules).stream()
                        .filter(each -> each.check() == CheckName.FILE_IDENTICAL)
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(finding.actual())
                .containsExactly(
                        "It failed, but the time was up before it had failed three times:", "y");
    }

    @Test
    void whatNeedsAFailedCheckAndFailsIsNotReached() {
        for (int i = 0; i < 3; i++) {
            play(
                    List.of(CheckName.REQUEST_SENT, CheckName.REQUEST_FORWARDED),
                    Scene.PINGS,
                    Scene.REQUEST);
        }
        assertThat(verdict(CheckName.REQUEST_SENT)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(CheckName.REQUEST_FORWARDED)).isEqualTo(Verdict.NOT_REACHED);
        assertThat(verdict(CheckName.FILE_IDENTICAL)).isEqualTo(Verdict.HELD);
    }

    @Test
    void aProgramThatDoesNotStartIsTriedThreeTimes() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.areOver()).isFalse();
            play(List.of(CheckName.STARTS), Scene.PINGS);
        }
        assertThat(attempts.areOver()).isTrue();
        assertThat(verdict(CheckName.STARTS)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(CheckName.KILL_NOTICED)).isEqualTo(Verdict.NOT_REACHED);
    }

    @Test
    void whatNeedsACheckThatFailedElsewhereIsNotTried() {
        Attempts beyond =
                new Attempts(
                        List.of(Scene.PINGS, Scene.LOSS, Scene.QUITS),
                        failedElsewhere(CheckName.SUCCESSORS_AFTER_QUIT));
        assertThat(beyond.scenes()).containsExactly(Scene.LOSS);
        beyond.take(found(new Scene[] {Scene.PINGS, Scene.LOSS}, List.of()));
        assertThat(beyond.areOver()).isTrue();
        assertThat(beyond.findings(rules).getLast().actual())
                .containsExactly("Needs what failed: successors-after-quit.");
    }

    private static List<Finding> failedElsewhere(CheckName check) {
        return List.of(Finding.failed(check, List.of(), List.of(), List.of()));
    }

    /** A machine that is too busy for the file that is marked is too busy for others, too. */
    @Test
    void whatNeedsACheckThatCouldNotBeToldElsewhereIsInconclusiveWhenItFails() {
        Attempts beyond =
                new Attempts(
                        List.of(Scene.PINGS, Scene.SIZES, Scene.TOGETHER),
                        List.of(
                                failedElsewhere(CheckName.FILE_IDENTICAL)
                                        .getFirst()
                                        .inconclusive("too busy")));
        for (int i = 0; i < 3; i++) {
            beyond.take(
                    found(
                            new Scene[] {Scene.PINGS, Scene.SIZES, Scene.TOGETHER},
                            List.of(CheckName.FILE_SIZES)));
        }
        assertThat(beyond.findings(rules))
                .filteredOn(finding -> finding.verdict() == Verdict.INCONCLUSIVE)
                .extracting(Finding::check)
                .containsExactly(CheckName.FILE_SIZES);
        assertThat(beyond.failed(rules)).isEmpty();
    }

    /** That nobody takes a dead peer back needs two kills, which need the first one. */
    @Test
    void whatNeedsItOverAnotherCheckIsNotTriedEither() {
        Attempts beyond =
                new Attempts(
                        List.of(Scene.PINGS, Scene.RUBBISH, Scene.KILLS),
                        failedElsewhere(CheckName.SUCCESSORS_AFTER_KILL));
        assertThat(beyond.scenes()).containsExactly(Scene.RUBBISH);
    }

    @Test
    void whatFailsForARightProgramTooIsInconclusiveAndSoIsWhatNeedsIt() {
        for (int i = 0; i < 3; i++) {
            play(
                    List.of(CheckName.REQUEST_SENT, CheckName.REQUEST_FORWARDED),
                    Scene.PINGS,
                    Scene.REQUEST);
        }
        assertThat(attempts.failed(rules)).containsExactly(CheckName.REQUEST_SENT);
        attempts.doubt(Set.of(CheckName.REQUEST_SENT));
        assertThat(verdict(CheckName.REQUEST_SENT)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(CheckName.REQUEST_FORWARDED)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(CheckName.FILE_IDENTICAL)).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatThereWasNoTimeForIsNotReached() {
        play(Scene.PINGS, Scene.REQUEST);
        assertThat(verdict(CheckName.DEPARTURE_TOLD)).isEqualTo(Verdict.NOT_REACHED);
    }

    /**
     * A dead peer that comes back is the cause, should what the ring says after two kills be wrong.
     */
    @Test
    void wrongSuccessorsAfterTwoKillsAreNotReachedWhenADeadPeerCameBack() {
        Attempts beyond = new Attempts(List.of(Scene.PINGS, Scene.KILLS), List.of());
        for (int i = 0; i < 3; i++) {
            beyond.take(
                    found(
                            new Scene[] {Scene.PINGS, Scene.KILLS},
                            List.of(CheckName.TWO_KILLS, CheckName.DEAD_STAYS_DEAD)));
        }
        assertThat(beyond.failed(rules)).containsExactly(CheckName.DEAD_STAYS_DEAD);
    }

    @Test
    void filesAreNotAskedForWhereRequestsDoNotReachTheirOwner() {
        Attempts beyond =
                new Attempts(
                        List.of(
                                Scene.PINGS,
                                Scene.SIZES,
                                Scene.TOGETHER,
                                Scene.MISSING,
                                Scene.WORDS),
                        failedElsewhere(CheckName.REQUEST_FORWARDED));
        assertThat(beyond.scenes()).containsExactly(Scene.WORDS);
    }

    @Test
    void filesOfOtherSizesAreNotAskedForWhereTheOneThatIsMarkedDoesNotArrive() {
        Attempts beyond =
                new Attempts(
                        List.of(Scene.PINGS, Scene.SIZES, Scene.TOGETHER, Scene.MISSING),
                        failedElsewhere(CheckName.FILE_IDENTICAL));
        assertThat(beyond.scenes()).containsExactly(Scene.MISSING);
    }
}
