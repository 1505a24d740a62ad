package ringside.check.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ringside.check.Attempts;
import ringside.check.Finding;
import ringside.check.ProgramReport;
import ringside.check.RingPlan;
import ringside.check.RingProgramme;
import ringside.check.RingReport;
import ringside.check.Scene;
import ringside.check.Verdict;
import ringside.program.Program;
import ringside.rules.CheckName;
import ringside.text.Messages;

/** Checks a program on several rings beside each other (PROGRAMS 5.1). */
public final class ProgramCheck {

    /** What is not done after this time is not reached. */
    private static final long LONGEST_MIN = 30;

    /** Rings of the reference that are played, while the machine is late on them. */
    private static final int MOST_REFERENCES = 3;

    private static final ThreadFactory RING_THREADS =
            Thread.ofPlatform().daemon().name("ring ", 1).factory();

    private final Settings settings;
    private final RingRunner runner;
    private final Listener listener;
    private final LongSupplier nanos;

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
     * @param reference a right program of the same family; null if there is none
     */
    public record Settings(
            String name,
            Program program,
            Path built,
            Path work,
            int basePort,
            List<RingProgramme> marked,
            List<RingProgramme> beyond,
            long seed,
            @Nullable Reference reference) {

        /** Copies the lists. */
        public Settings {
            marked = List.copyOf(marked);
            beyond = List.copyOf(beyond);
        }
    }

    /**
     * A program that does all that the rules ask for: what fails for it, too, fails for the machine
     * (PROGRAMS 5.5).
     *
     * @param start command of a peer, with holes
     * @param built folder of which each peer gets a copy
     */
    public record Reference(String start, Path built) {}

    /** What one ring showed. */
    private record Played(RingEnd end, Map<CheckName, Finding> found) {}

    /** Is told what is found, while it is found; called on several threads. */
    public interface Listener {

        /** A check on a ring has another verdict than before. */
        void found(RingPlan ring, Finding finding);
    }

    /** Creates a check. */
    public ProgramCheck(Settings settings, RingRunner runner, Listener listener) {
        this(settings, runner, listener, System::nanoTime);
    }

    /**
     * Creates a check.
     *
     * @param nanos a clock that never goes back
     */
    ProgramCheck(Settings settings, RingRunner runner, Listener listener, LongSupplier nanos) {
        this.settings = settings;
        this.runner = runner;
        this.listener = listener;
        this.nanos = nanos;
    }

    /**
     * Plays all rings to their end; blocks for minutes.
     *
     * @throws IOException when no ring of the program can be started
     */
    public ProgramReport run() throws IOException, InterruptedException {
        long endNanos = nanos.getAsLong() + TimeUnit.MINUTES.toNanos(LONGEST_MIN);
        List<RingReport> marked = playAll(settings.marked(), List.of(), endNanos);
        return new ProgramReport(
                settings.name(),
                settings.program().rules(),
                settings.seed(),
                marked,
                playAll(settings.beyond(), findingsOn(marked), endNanos));
    }

    private static List<Finding> findingsOn(List<RingReport> rings) {
        return rings.stream().flatMap(ring -> ring.findings().stream()).toList();
    }

    private List<RingReport> playAll(
            List<RingProgramme> programmes, List<Finding> elsewhere, long endNanos)
            throws IOException, InterruptedException {
        return besideEachOther(
                programmes.stream()
                        .<Callable<RingReport>>map(each -> () -> repeat(each, elsewhere, endNanos))
                        .toList());
    }

    /** Plays rings beside each other, and returns what came of each, in their order. */
    private static <T> List<T> besideEachOther(List<Callable<T>> rings)
            throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(RING_THREADS)) {
            for (Future<T> ring : rings.stream().map(threads::submit).toList()) {
                results.add(ring.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(sentenceOf(e), e);
        }
        return results;
    }

    private static String sentenceOf(ExecutionException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    /** Tells a program that fails from a machine that is too busy (PROGRAMS 5.5). */
    private static Finding orInconclusive(Finding finding, RingEnd played) {
        return finding.verdict() == Verdict.FAILED && played.isTooLateFor(finding.check())
                ? finding.inconclusive(Messages.CHECK.format("without.calm"))
                : finding;
    }

    private long secondsTo(long endNanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toSeconds(endNanos - nanos.getAsLong()));
    }

    /**
     * Plays a ring, and fresh ones with what failed, until all has held or failed for good. What
     * has failed once most often fails again, and most of its time is waiting: so all the rings
     * that it then needs are played beside each other.
     */
    private RingReport repeat(RingProgramme programme, List<Finding> elsewhere, long endNanos)
            throws IOException, InterruptedException {
        RingPlan plan = programme.plan();
        Attempts attempts = new Attempts(programme.scenes(), elsewhere);
        RingEnd end = null;
        int number = 0;
        while (!attempts.areOver() && secondsTo(endNanos) > 0) {
            int first = number;
            number += attempts.ringsNeeded();
            List<Scene> scenes = attempts.scenes();
            for (Played ring :
                    besideEachOther(
                            IntStream.range(first, number)
                                    .<Callable<Played>>mapToObj(
                                            each -> () -> play(plan, each, scenes, endNanos))
                                    .toList())) {
                attempts.take(ring.found());
                end = showsMore(end, ring.end()) ? ring.end() : end;
            }
        }
        Reference reference = settings.reference();
        if (reference != null && secondsTo(endNanos) > 0) {
            compare(attempts, plan, reference, settings.seed() + number - 1, endNanos);
        }
        return report(plan, attempts, end);
    }

    /**
     * Plays one ring.
     *
     * @param number of the attempt, from 0
     */
    private Played play(RingPlan plan, int number, List<Scene> scenes, long endNanos)
            throws IOException, InterruptedException {
        Map<CheckName, Finding> found = new EnumMap<>(CheckName.class);
        RingEnd end =
                runner.run(
                        order(
                                plan,
                                Integer.toString(number),
                                settings.built(),
                                settings.program().start().line(),
                                settings.seed() + number,
                                scenes,
                                secondsTo(endNanos)),
                        finding -> {
                            Finding before = found.put(finding.check(), finding);
                            if (before == null || before.verdict() != finding.verdict()) {
                                listener.found(plan, finding);
                            }
                        });
        found.replaceAll((_, finding) -> orInconclusive(finding, end));
        return new Played(end, found);
    }

    /**
     * Doubts what failed, unless a reference holds it on a machine that is calm enough. After a
     * failure of the reference, the machine is unfit for what would have come, too. A ring on which
     * the machine was late tells nothing: another one is played.
     */
    private void compare(
            Attempts attempts, RingPlan plan, Reference reference, long seed, long endNanos)
            throws InterruptedException {
        Set<CheckName> untold = attempts.failed(settings.program().rules());
        Set<CheckName> doubtful = EnumSet.noneOf(CheckName.class);
        for (int number = 0; number < MOST_REFERENCES && !untold.isEmpty(); number++) {
            if (number > 0 && secondsTo(endNanos) <= 0) {
                break;
            }
            Map<CheckName, Finding> found = new EnumMap<>(CheckName.class);
            RingOrder order =
                    order(
                            plan,
                            "reference" + number,
                            reference.built(),
                            reference.start(),
                            seed + number,
                            attempts.scenesOf(untold),
                            secondsTo(endNanos));
            try {
                RingEnd played = runner.run(order, finding -> found.put(finding.check(), finding));
                boolean isUnfit = found.values().stream().anyMatch(ProgramCheck::hasFailed);
                Predicate<CheckName> fails =
                        check ->
                                Optional.ofNullable(found.get(check))
                                        .map(ProgramCheck::hasFailed)
                                        .orElse(isUnfit);
                untold.stream().filter(fails).forEach(doubtful::add);
                untold.removeIf(check -> fails.test(check) || !played.isTooLateFor(check));
            } catch (IOException e) {
                // A reference that does not run says nothing about the program.
                untold.clear();
            }
        }
        doubtful.addAll(untold);
        attempts.doubt(doubtful);
        attempts.findings(settings.program().rules()).stream()
                .filter(finding -> doubtful.contains(finding.check()))
                .forEach(finding -> listener.found(plan, finding));
    }

    private static boolean hasFailed(Finding finding) {
        return finding.verdict() == Verdict.FAILED;
    }

    /** The picture in the report is that of the ring that came furthest. */
    private static boolean showsMore(@Nullable RingEnd before, RingEnd played) {
        return before == null || played.living().size() <= before.living().size();
    }

    private RingOrder order(
            RingPlan plan,
            String name,
            Path built,
            String start,
            long seed,
            List<Scene> scenes,
            long secondsLeft) {
        return new RingOrder(
                settings.program().rules(),
                built.toString(),
                settings.work().resolve(plan.label() + "-" + name).toString(),
                start,
                plan,
                settings.basePort(),
                "1",
                seed,
                scenes,
                secondsLeft);
    }

    private RingReport report(RingPlan plan, Attempts attempts, @Nullable RingEnd end) {
        List<Finding> findings = attempts.findings(settings.program().rules());
        return end == null
                ? new RingReport(plan, findings, plan.ring(), List.of())
                : new RingReport(plan, findings, end.living(), end.claims());
    }
}
