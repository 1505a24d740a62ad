package ringside.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingProgramme;
import ringside.check.Scene;
import ringside.check.Verdict;
import ringside.check.run.RingEnd.SceneLateness;
import ringside.program.Program;
import ringside.rules.CheckName;
import ringside.rules.CommandTemplate;
import ringside.rules.Rules;
import ringside.rules.RulesFile;

/** What fails for a right program, too, is inconclusive (PROGRAMS 5.5); no ring runs. */
class ReferenceTest {

    private static final ProgramCheck.Reference REFERENCE =
            new ProgramCheck.Reference("reference", Path.of("nowhere"));

    private static final long SEED = 5;
    private static final long GENEROUS_S = 120;

    private final List<RingOrder> ordered = Collections.synchronizedList(new ArrayList<>());
    private final Set<CheckName> failing = EnumSet.noneOf(CheckName.class);
    private final Set<CheckName> failingForReference = EnumSet.noneOf(CheckName.class);
    private Rules rules;

    /** Virtual time, and how much of it a ring takes. */
    private final AtomicLong minutes = new AtomicLong();

    private long minutesOfARing;

    /** Two fresh rings begin together, and take their time together. */
    private final CyclicBarrier repetitions =
            new CyclicBarrier(2, () -> minutes.addAndGet(minutesOfARing));

    private static final long LATE_MS = 200;

    /** How late the clock is on a ring of the program. */
    private long lateMs;

    /** The clock is late on so many rings of the reference. */
    private int lateReferences;

    @BeforeEach
    void readTheRules() throws Exception {
        rules = RulesFile.read(Path.of("assets", "rules", "cdht-2019.json"));
    }

    private ProgramReport check(ProgramCheck.@Nullable Reference reference) throws Exception {
        Program program =
                new Program(
                        rules, Path.of("nowhere"), null, CommandTemplate.parse("program"), null);
        return new ProgramCheck(
                        new ProgramCheck.Settings(
                                "program",
                                program,
                                Path.of("nowhere"),
                                Path.of("nowhere"),
                                1_000,
                                List.of(RingProgramme.marked(RingPlan.ofAssignment(rules))),
                                List.of(),
                                SEED,
                                reference),
                        this::play,
                        (_, _) -> {},
                        () -> TimeUnit.MINUTES.toNanos(minutes.get()))
                .run();
    }

    private long latenessOfReference() {
        lateReferences--;
        return lateReferences >= 0 ? LATE_MS : 0;
    }

    private RingEnd play(RingOrder order, Consumer<Finding> found) throws IOException {
        ordered.add(order);
        if (isRepetition(order)) {
            awaitTheOther();
        } else {
            minutes.addAndGet(minutesOfARing);
        }
        if (order.start().equals("broken")) {
            throw new IOException("no such program");
        }
        Set<CheckName> bad = order.start().equals("reference") ? failingForReference : failing;
        boolean goesOn = true;
        List<Scene> all = new ArrayList<>(order.scenes());
        all.addFirst(Scene.PINGS);
        for (Scene scene : all) {
            if (goesOn) {
                scene.checks().stream()
                        .map(check -> finding(check, bad.contains(check)))
                        .forEach(found);
                // As on a real ring: after a failure nothing more is played.
                goesOn = Collections.disjoint(scene.checks(), bad);
            }
        }
        boolean isReference = order.start().equals("reference");
        long lastingMs = isReference ? latenessOfReference() : lateMs;
        return new RingEnd(
                List.of(),
                List.of(),
                1_000_000,
                List.of(
                        new SceneLateness(Scene.PINGS, LATE_MS),
                        new SceneLateness(Scene.REQUEST, lastingMs),
                        new SceneLateness(Scene.KILL, lastingMs)));
    }

    /** Whether it is the second or the third ring: after a failure these two are played at once. */
    private static boolean isRepetition(RingOrder order) {
        return order.start().equals("program") && order.seed() > SEED && order.seed() <= SEED + 2;
    }

    private void awaitTheOther() {
        try {
            repetitions.await(GENEROUS_S, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("no second ring beside this one", e);
        }
    }

    private static Finding finding(CheckName check, boolean isBad) {
        Verdict verdict = isBad ? Verdict.FAILED : Verdict.HELD;
        return new Finding(check, verdict, isBad ? 0 : 1, List.of(), List.of(), List.of());
    }

    private static Verdict verdict(ProgramReport report, CheckName check) {
        return report.rings().getFirst().of(check).verdict();
    }

    @Test
    void whatHoldsIsNotCompared() throws Exception {
        check(REFERENCE);
        assertThat(ordered).extracting(RingOrder::start).containsExactly("program");
    }

    @Test
    void onlyTheScenesOfWhatFailedAreCompared() throws Exception {
        failing.add(CheckName.KILL_NOTICED);
        ProgramReport report = check(REFERENCE);
        assertThat(verdict(report, CheckName.KILL_NOTICED)).isEqualTo(Verdict.FAILED);
        assertThat(ordered).hasSize(4);
        assertThat(ordered.getLast().start()).isEqualTo("reference");
        assertThat(ordered.getLast().scenes()).containsExactly(Scene.KILL);
        assertThat(ordered.getLast().seed()).isEqualTo(SEED + 2);
    }

    @Test
    void whatFailedIsPlayedOnTwoFreshRingsBesideEachOther() throws Exception {
        failing.add(CheckName.KILL_NOTICED);
        check(null);
        assertThat(ordered)
                .extracting(RingOrder::seed)
                .containsExactlyInAnyOrder(SEED, SEED + 1, SEED + 2);
        assertThat(ordered.subList(1, 3))
                .allSatisfy(order -> assertThat(order.scenes()).containsExactly(Scene.KILL));
    }

    @Test
    void whatFailsForTheReferenceTooIsInconclusive() throws Exception {
        failing.addAll(List.of(CheckName.STOP_AND_WAIT, CheckName.RETRANSMISSION));
        failingForReference.add(CheckName.RETRANSMISSION);
        ProgramReport report = check(REFERENCE);
        assertThat(verdict(report, CheckName.STOP_AND_WAIT)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(report, CheckName.RETRANSMISSION)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ordered).hasSize(5);
    }

    /**
     * The first failure of the reference shows that the machine is unfit; then it goes no further.
     */
    @Test
    void whatTheReferenceDoesNotReachIsInconclusive() throws Exception {
        failing.addAll(List.of(CheckName.STOP_AND_WAIT, CheckName.KILL_NOTICED));
        failingForReference.add(CheckName.STOP_AND_WAIT);
        ProgramReport report = check(REFERENCE);
        assertThat(ordered.getLast().scenes()).containsExactly(Scene.REQUEST, Scene.KILL);
        assertThat(verdict(report, CheckName.KILL_NOTICED)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aMachineThatIsLateForTheReferenceCannotTell() throws Exception {
        failing.addAll(List.of(CheckName.STOP_AND_WAIT, CheckName.RETRANSMISSION));
        lateReferences = 3;
        ProgramReport report = check(REFERENCE);
        assertThat(verdict(report, CheckName.STOP_AND_WAIT)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(report, CheckName.RETRANSMISSION)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(references()).hasSize(3);
    }

    @Test
    void theReferenceIsPlayedAgainWhenTheMachineWasLate() throws Exception {
        failing.addAll(List.of(CheckName.RETRANSMISSION, CheckName.KILL_NOTICED));
        lateReferences = 2;
        ProgramReport report = check(REFERENCE);
        assertThat(verdict(report, CheckName.RETRANSMISSION)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(report, CheckName.KILL_NOTICED)).isEqualTo(Verdict.FAILED);
        assertThat(references())
                .extracting(RingOrder::scenes)
                .containsExactly(
                        List.of(Scene.REQUEST, Scene.KILL),
                        List.of(Scene.REQUEST),
                        List.of(Scene.REQUEST));
    }

    private List<RingOrder> references() {
        return ordered.stream().filter(order -> order.start().equals("reference")).toList();
    }

    @Test
    void aMachineThatIsLateByMoreThanATenthOfTheLimitCannotTell() throws Exception {
        failing.addAll(List.of(CheckName.STOP_AND_WAIT, CheckName.RETRANSMISSION));
        lateMs = LATE_MS;
        ProgramReport report = check(null);
        assertThat(verdict(report, CheckName.STOP_AND_WAIT)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(report, CheckName.RETRANSMISSION)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aStartThatFailsIsNotCompared() throws Exception {
        failing.add(CheckName.STARTS);
        check(REFERENCE);
        assertThat(ordered).extracting(RingOrder::start).doesNotContain("reference");
    }

    @Test
    void aReferenceThatDoesNotRunChangesNothing() throws Exception {
        failing.add(CheckName.KILL_NOTICED);
        ProgramReport report = check(new ProgramCheck.Reference("broken", Path.of("nowhere")));
        assertThat(verdict(report, CheckName.KILL_NOTICED)).isEqualTo(Verdict.FAILED);
        assertThat(ordered.getLast().start()).isEqualTo("broken");
    }

    /** A program may take all the time that a ring is given. */
    @Test
    void noRingIsGivenMoreThanTheRestOfThirtyMinutes() throws Exception {
        failing.add(CheckName.KILL_NOTICED);
        minutesOfARing = 9;
        check(REFERENCE);
        assertThat(ordered)
                .extracting(RingOrder::secondsLeft)
                .containsExactly(30 * 60L, 21 * 60L, 21 * 60L, 12 * 60L);
        assertThat(ordered.getLast().start()).isEqualTo("reference");
    }

    @Test
    void noRingIsPlayedWhenThirtyMinutesAreOver() throws Exception {
        failing.add(CheckName.KILL_NOTICED);
        minutesOfARing = 15;
        check(REFERENCE);
        assertThat(ordered)
                .extracting(RingOrder::start)
                .containsExactly("program", "program", "program");
        minutesOfARing = 30;
        ordered.clear();
        minutes.set(0);
        check(REFERENCE);
        assertThat(ordered).hasSize(1);
    }

    @Test
    void aFamilyWithoutAReferenceIsNotCompared() throws Exception {
        failing.add(CheckName.KILL_NOTICED);
        assertThat(verdict(check(null), CheckName.KILL_NOTICED)).isEqualTo(Verdict.FAILED);
        assertThat(ordered).hasSize(3);
    }
}
