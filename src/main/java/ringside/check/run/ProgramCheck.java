package ringside.check.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringside.check.Attempts;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingProgramme;
import ringside.check.RingReport;
import ringside.check.Verdict;
import ringside.program.Program;
import ringside.rules.CheckName;

/** Checks a program on several rings beside each other (PROGRAMS 5.1). */
public final class ProgramCheck {

    /** What is not done after this time is not reached. */
    private static final long LONGEST_MIN = 30;

    private final Settings settings;
    private final RingRunner runner;
    private final Listener listener;

    /**
     * What is checked, and how.
     *
     * @param name of the program in reports
     * @param program to be checked
     * @param built folder in which it is built
     * @param work folder for rings; each makes one of its own
     * @param basePort peer ID listens on this port + ID
     * @param marked the rings that are marked, played beside each other
     * @param beyond those on which more is done, played beside each other after them; may be empty
     * @param seed of the peers' files
     */
    public record Settings(
            String name,
            Program program,
            Path built,
            Path work,
            int basePort,
            List<RingProgramme> marked,
            List<RingProgramme> beyond,
            long seed) {

        /** Copies the lists. */
        public Settings {
            marked = List.copyOf(marked);
            beyond = List.copyOf(beyond);
        }
    }

    /** Is told what is found, while it is found; called on several threads. */
    public interface Listener {

        /** A check on a ring has another verdict than before. */
        void found(RingPlan ring, Finding finding);
    }

    /** Creates a check. */
    public ProgramCheck(Settings settings, RingRunner runner, Listener listener) {
        this.settings = settings;
        this.runner = runner;
        this.listener = listener;
    }

    /**
     * Plays all rings to their end; blocks for minutes.
     *
     * @throws IOException when no ring of the program can be started
     */
    public ProgramReport run() throws IOException, InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MIN);
        List<RingReport> marked = playAll(settings.marked(), Set.of(), endNanos);
        return new ProgramReport(
                settings.name(),
                settings.program().rules(),
                settings.seed(),
                marked,
                playAll(settings.beyond(), RingReport.badOn(marked), endNanos));
    }

    /** Plays rings beside each other. */
    private List<RingReport> playAll(
            List<RingProgramme> programmes, Set<CheckName> failedBefore, long endNanos)
            throws IOException, InterruptedException {
        List<RingReport> reports = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RingReport>> rings =
                    programmes.stream()
                            .map(each -> threads.submit(() -> repeat(each, failedBefore, endNanos)))
                            .toList();
            for (Future<RingReport> ring : rings) {
                reports.add(ring.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(sentenceOf(e), e);
        }
        return reports;
    }

    private static String sentenceOf(ExecutionException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    /** Plays a ring, and fresh ones with what failed, until all has held or failed for good. */
    private RingReport repeat(RingProgramme programme, Set<CheckName> failedBefore, long endNanos)
            throws IOException, InterruptedException {
        RingPlan plan = programme.plan();
        Attempts attempts = new Attempts(programme.scenes(), failedBefore);
        RingEnd end = null;
        int number = 0;
        while (!attempts.areOver() && System.nanoTime() < endNanos) {
            Map<CheckName, Finding> found = new EnumMap<>(CheckName.class);
            RingEnd played =
                    runner.run(
                            order(plan, number, attempts),
                            finding -> {
                                Finding before = found.put(finding.check(), finding);
                                if (before == null || before.verdict() != finding.verdict()) {
                                    listener.found(plan, finding);
                                }
                            });
            found.replaceAll((_, finding) -> Calm.orInconclusive(finding, played.latenessMs()));
            attempts.take(found);
            end = showsMore(end, played) ? played : end;
            number++;
        }
        return report(plan, attempts, end);
    }

    /** The picture in the report is that of the ring that came furthest. */
    private static boolean showsMore(@Nullable RingEnd before, RingEnd played) {
        return before == null || played.living().size() <= before.living().size();
    }

    private RingOrder order(RingPlan plan, int number, Attempts attempts) {
        Program program = settings.program();
        return new RingOrder(
                program.rules(),
                settings.built().toString(),
                settings.work().resolve(plan.label() + "-" + number).toString(),
                program.start().line(),
                plan,
                settings.basePort(),
                "1",
                settings.seed() + number,
                attempts.scenes());
    }

    private RingReport report(RingPlan plan, Attempts attempts, @Nullable RingEnd end) {
        List<Finding> findings = attempts.findings(settings.program().rules());
        return end == null
                ? new RingReport(plan, findings, plan.ring(), List.of(), List.of())
                : new RingReport(plan, findings, end.living(), end.claims(), end.output());
    }

    /** Tells a program that fails from a machine that is too busy (PROGRAMS 5.5). */
    private static final class Calm {

        /** A check whose limit is this many times the lateness, or less, cannot tell. */
        private static final int SHARE = 10;

        private static final long RETRANSMISSION_MS = 1_500;
        private static final long USUAL_MS = 10_000;

        private Calm() {}

        static Finding orInconclusive(Finding finding, long latenessMs) {
            long limitMs =
                    finding.check() == CheckName.RETRANSMISSION ? RETRANSMISSION_MS : USUAL_MS;
            return finding.verdict() == Verdict.FAILED && latenessMs * SHARE > limitMs
                    ? finding.inconclusive()
                    : finding;
        }
    }
}
