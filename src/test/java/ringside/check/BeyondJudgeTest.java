package ringside.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringside.check.Evidence.OwnFile;
import ringside.check.Observation.Ended;
import ringside.check.Observation.FileWritten;
import ringside.check.Observation.Said;
import ringside.ring.PeerId;
import ringside.rules.CheckName;
import ringside.rules.Rules;
import ringside.rules.RulesFile;
import ringside.rules.SentenceKind;
import ringside.story.ExpectedSentence;
import ringside.transcript.Reading;

/** Judges what goes beyond the marks, in virtual time (PROGRAMS 5.11). */
class BeyondJudgeTest {

    private static final long SECOND = 1_000_000;
    private static final long DEED = 100 * SECOND;

    private final List<Observation> seen = new ArrayList<>();
    private Rules rules;
    private RingPlan plan;

    @BeforeEach
    void ringPingsForFourSeconds() throws Exception {
        rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
        plan = RingPlan.beyond(rules);
        for (long at = DEED - 2 * SECOND; at <= DEED + 4 * SECOND; at += SECOND) {
            for (ExpectedSentence ping : new Deed.Start().storyIn(plan.ring())) {
                say(at, ping);
            }
        }
    }

    private void say(long atMicros, ExpectedSentence sentence) {
        say(atMicros, sentence.speaker(), sentence.kind(), sentence.peers().toArray(PeerId[]::new));
    }

    private void say(long atMicros, PeerId speaker, SentenceKind kind, PeerId... peers) {
        seen.add(
                new Said(
                        atMicros,
                        speaker,
                        new Reading.Sentence(
                                kind, List.of(peers), null, List.of(), new Reading.Span(0, 0, 1))));
    }

    private Finding judge(CheckName check) {
        Stream<OwnFile> files =
                plan.ring().stream()
                        .flatMap(peer ->
                                plan.numbers().stream()
                                        .map(file -> new OwnFile(peer, file, peer + " " + file)));
        return Judge.judge(
                check,
                new Evidence(
                        rules,
                        plan,
                        0,
                        plan.ring(),
                        Scene.of(check).deed(plan),
                        DEED,
                        seen,
                        files.toList(),
                        Evidence.Wire.HIDDEN));
    }

    private void receive(PeerId peer, String digest, long length) {
        seen.add(new FileWritten(DEED + SECOND, peer, "received_file.pdf", length, digest));
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckName.class,
            names = {"MISSING_FILE", "WRONG_WORDS", "RUBBISH", "SHORT_PAUSE", "DEAD_STAYS_DEAD"})
    void aRingThatGoesOnHolds(CheckName check) {
        assertThat(judge(check).verdict()).isEqualTo(Verdict.HELD);
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckName.class,
            names = {"MISSING_FILE", "WRONG_WORDS", "RUBBISH", "SHORT_PAUSE", "DEAD_STAYS_DEAD"})
    void aSecondIsNotLongEnoughToTell(CheckName check) {
        seen.removeIf(each -> each.atMicros() > DEED + SECOND);
        assertThat(judge(check).verdict()).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckName.class,
            names = {"MISSING_FILE", "WRONG_WORDS", "RUBBISH", "SHORT_PAUSE"})
    void aPeerThatEndsFails(CheckName check) {
        seen.add(new Ended(DEED + 4 * SECOND, new PeerId(10), 1));
        assertThat(judge(check).actual()).contains("Peer 10 ended with exit code 1.");
    }

    @Test
    void aPeerThatPingsNoMoreAfterAPauseFails() {
        seen.removeIf(each ->
                each instanceof Said said
                        && said.atMicros() > DEED
                        && said.sentence().peers().contains(plan.leaver()));
        assertThat(judge(CheckName.SHORT_PAUSE).actual()).contains("Peer 10 pings no more.");
    }

    @Test
    void aPauseThatKillsFails() {
        say(DEED + 4 * SECOND, new PeerId(8), SentenceKind.DEAD, new PeerId(10));
        assertThat(judge(CheckName.SHORT_PAUSE).actual())
                .contains("4.0 s, peer 8: Peer 10 is no longer alive.");
    }

    @Test
    void filesOfAllSizesMustArrive() {
        plan.numbers().forEach(file -> receive(plan.requester(), plan.owner() + " " + file, 1));
        assertThat(judge(CheckName.FILE_SIZES).verdict()).isEqualTo(Verdict.HELD);
        seen.removeIf(each ->
                each instanceof FileWritten file
                        && file.digest().endsWith(plan.numbers().get(3).digits()));
        assertThat(judge(CheckName.FILE_SIZES).actual())
                .containsExactly("The file of 300 bytes (0988) did not arrive as it is.");
    }

    @Test
    void bothOfTwoRequestersMustGetTheFile() {
        receive(plan.requester(), plan.owner() + " " + plan.file(), 1);
        assertThat(judge(CheckName.TWO_REQUESTS).actual())
                .containsExactly("Peer 10 does not have it.");
        receive(plan.leaver(), plan.owner() + " " + plan.file(), 1);
        assertThat(judge(CheckName.TWO_REQUESTS).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void aFileThatNobodyHasMustNotArrive() {
        receive(plan.requester(), "anything", 0);
        assertThat(judge(CheckName.MISSING_FILE).verdict()).isEqualTo(Verdict.HELD);
        receive(plan.requester(), "anything", 5);
        assertThat(judge(CheckName.MISSING_FILE).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aRequestMustNotCirculate() {
        for (int i = 0; i <= 2 * plan.ring().size(); i++) {
            say(DEED + SECOND, new PeerId(10), SentenceKind.FORWARDED);
        }
        assertThat(judge(CheckName.MISSING_FILE).actual())
                .containsExactly("The request was forwarded 17 times: it circulates.");
    }

    @Test
    void aDeadPeerMustNotComeBack() {
        say(DEED + SECOND, new PeerId(4), SentenceKind.DEAD, plan.victim());
        assertThat(judge(CheckName.DEAD_STAYS_DEAD).verdict()).isEqualTo(Verdict.HELD);
        say(DEED + 2 * SECOND, new PeerId(4), SentenceKind.SECOND_SUCCESSOR, plan.victim());
        assertThat(judge(CheckName.DEAD_STAYS_DEAD).actual())
                .containsExactly("2.0 s, peer 4: My second successor is now peer 5.");
    }

    @Test
    void afterTwoKillsTheLastWordsMustBeRight() {
        List<ExpectedSentence> story = Scene.KILLS.deed(plan).storyIn(plan.ring());
        story.forEach(each -> say(DEED + SECOND, each));
        assertThat(judge(CheckName.TWO_KILLS).verdict()).isEqualTo(Verdict.HELD);
        say(
                DEED + 2 * SECOND,
                story.getFirst().speaker(),
                SentenceKind.FIRST_SUCCESSOR,
                plan.victim());
        assertThat(judge(CheckName.TWO_KILLS).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void controlCMustEndAPeerWithinTwoSeconds() {
        assertThat(judge(CheckName.CONTROL_C).verdict()).isEqualTo(Verdict.FAILED);
        seen.add(new Ended(DEED + 3 * SECOND, plan.requester(), 130));
        assertThat(judge(CheckName.CONTROL_C).verdict()).isEqualTo(Verdict.FAILED);
        seen.add(new Ended(DEED + SECOND, plan.requester(), 130));
        assertThat(judge(CheckName.CONTROL_C).verdict()).isEqualTo(Verdict.HELD);
    }
}
