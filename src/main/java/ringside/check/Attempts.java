package ringside.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.rules.CheckName;
import ringside.rules.Rules;

/**
 * What was found on one ring and its repetitions: a check that fails counts when it has failed
 * three times (PROGRAMS 5.5). Not thread-safe.
 */
public final class Attempts {

    /** A check that has failed so often has failed for good. */
    private static final int FAILURES = 3;

    /** A scene is played at most so often, when some attempts say nothing. */
    private static final int MOST = 5;

    private final Map<CheckName, List<Finding>> found = new EnumMap<>(CheckName.class);
    private final Map<Scene, Integer> played = new EnumMap<>(Scene.class);
    private final Set<CheckName> doubted = EnumSet.noneOf(CheckName.class);
    private final List<Scene> all;
    private final List<Scene> open;
    private final Set<CheckName> failedElsewhere;
    private final Set<CheckName> untoldElsewhere;

    /**
     * Creates the record of a ring that has not been played.
     *
     * @param scenes to be played on it, the pings first
     * @param elsewhere what other rings have shown: what needs a check that has failed there is not
     *     tried, and fails for no reason that can be told if that check is inconclusive
     */
    public Attempts(List<Scene> scenes, List<Finding> elsewhere) {
        all = List.copyOf(scenes);
        failedElsewhere = checksOf(elsewhere, Finding::isBad);
        untoldElsewhere = checksOf(elsewhere, Attempts::isInconclusive);
        open =
                new ArrayList<>(
                        scenes.stream()
                                .filter(scene ->
                                        scene == Scene.PINGS
                                                || scene.checks().stream()
                                                        .anyMatch(this::canBeTried))
                                .toList());
    }

    private static Set<CheckName> checksOf(List<Finding> findings, Predicate<Finding> isMeant) {
        return findings.stream()
                .filter(isMeant)
                .map(Finding::check)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CheckName.class)));
    }

    private boolean canBeTried(CheckName check) {
        return Scene.neededBy(check).stream()
                .allMatch(need -> !failedElsewhere.contains(need) && canBeTried(need));
    }

    /** Returns the scenes that must still be played after the pings of a fresh ring. */
    public List<Scene> scenes() {
        return open.stream().filter(scene -> scene != Scene.PINGS).toList();
    }

    /**
     * Returns how many fresh rings will be needed at least, should all that has failed fail again:
     * at least 1. They may be played beside each other.
     */
    public int ringsNeeded() {
        return open.stream()
                .flatMap(scene -> scene.checks().stream())
                .filter(check -> !isDecided(check))
                .mapToInt(check -> failures(check).size())
                .filter(failures -> failures > 0)
                .map(failures -> FAILURES - failures)
                .max()
                .orElse(1);
    }

    /** Returns the scenes that some checks look at, to be played after the pings of a ring. */
    public List<Scene> scenesOf(Set<CheckName> checks) {
        return all.stream()
                .filter(scene -> scene != Scene.PINGS)
                .filter(scene -> !Collections.disjoint(scene.checks(), checks))
                .toList();
    }

    /** Returns whether nothing is left to be played. */
    public boolean areOver() {
        return open.isEmpty() || (!open.contains(Scene.PINGS) && !isGood(CheckName.STARTS));
    }

    /**
     * Takes what was found on one ring.
     *
     * @param ring the last finding of each check that was looked at
     */
    public void take(Map<CheckName, Finding> ring) {
        ring.forEach((check, finding) ->
                found.computeIfAbsent(check, _ -> new ArrayList<>()).add(finding));
        for (Scene scene : List.copyOf(open)) {
            boolean isPlayed = scene.checks().stream().anyMatch(ring::containsKey);
            if (isPlayed) {
                int times = played.merge(scene, 1, Integer::sum);
                if (times >= MOST || scene.checks().stream().allMatch(this::isDecided)) {
                    open.remove(scene);
                }
            }
        }
    }

    private List<Finding> found(CheckName check) {
        return found.getOrDefault(check, List.of());
    }

    private boolean isDecided(CheckName check) {
        return isGood(check) || failures(check).size() >= FAILURES;
    }

    private boolean isGood(CheckName check) {
        return settled(check).isPresent();
    }

    private Optional<Finding> settled(CheckName check) {
        return found(check).stream().filter(each -> each.verdict().isSettled()).findFirst();
    }

    private List<Finding> failures(CheckName check) {
        return found(check).stream().filter(each -> each.verdict() == Verdict.FAILED).toList();
    }

    /**
     * Returns what is found of a check that has not held, whatever it needs: it has failed when it
     * has done so three times.
     */
    private Finding unsettled(CheckName check) {
        List<Finding> failures = failures(check);
        if (found(check).isEmpty()) {
            return Finding.without(check, Verdict.NOT_REACHED, Judge.said("without.time"));
        }
        if (failures.size() >= FAILURES) {
            return doubted.contains(check)
                    ? failures.getLast().inconclusive(Judge.said("without.reference"))
                    : failures.getLast();
        }
        return found(check).reversed().stream()
                .filter(each -> each.verdict() == Verdict.INCONCLUSIVE)
                .findFirst()
                .orElseGet(() -> failures.getLast().notReached(Judge.said("without.repeats")));
    }

    /** Returns the checks that have failed for good, but the start: without it nothing is seen. */
    public Set<CheckName> failed(Rules rules) {
        return findings(rules).stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .map(Finding::check)
                .filter(check -> check != CheckName.STARTS)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CheckName.class)));
    }

    /**
     * Takes back what failed, because it fails on this machine for a right program, too.
     *
     * @param doubtful checks that have failed
     */
    public void doubt(Set<CheckName> doubtful) {
        doubted.addAll(doubtful);
    }

    /**
     * Returns one finding for each check: those of which another one is the cause, or for which
     * there was no time, are not reached.
     */
    public List<Finding> findings(Rules rules) {
        Map<CheckName, Finding> findings = new EnumMap<>(CheckName.class);
        for (Scene scene : all) {
            for (CheckName check : scene.checks()) {
                findings.put(check, finding(check, rules, findings));
            }
        }
        return List.copyOf(findings.values());
    }

    private Finding finding(CheckName check, Rules rules, Map<CheckName, Finding> before) {
        if (!rules.asksFor(check)) {
            return Finding.without(
                    check, Verdict.NOT_APPLICABLE, Judge.said("without.rules", rules.name()));
        }
        return settled(check).orElseGet(() -> notSettled(check, before));
    }

    private Finding notSettled(CheckName check, Map<CheckName, Finding> before) {
        List<CheckName> causes =
                Scene.neededBy(check).stream().filter(need -> isBad(need, before)).toList();
        if (!causes.isEmpty()) {
            return Finding.without(
                    check, Verdict.NOT_REACHED, Judge.said("without.need", labels(causes)));
        }
        Finding finding = unsettled(check);
        List<CheckName> untold =
                Scene.neededBy(check).stream()
                        .filter(need ->
                                untoldElsewhere.contains(need) || isInconclusive(before.get(need)))
                        .toList();
        return untold.isEmpty() || finding.verdict() != Verdict.FAILED
                ? finding
                : finding.inconclusive(Judge.said("without.cause", labels(untold)));
    }

    private static String labels(List<CheckName> checks) {
        return checks.stream().map(CheckName::label).collect(Collectors.joining(", "));
    }

    private static boolean isInconclusive(@Nullable Finding finding) {
        return finding != null && finding.verdict() == Verdict.INCONCLUSIVE;
    }

    private boolean isBad(CheckName check, Map<CheckName, Finding> before) {
        Finding finding = before.get(check);
        return failedElsewhere.contains(check) || (finding != null && finding.isBad());
    }
}
