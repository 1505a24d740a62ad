package ringside.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringside.rules.CheckName;
import ringside.rules.Rules;

/**
 * What was found on one ring and its repetitions: a check that fails counts when it has failed
 * three times (PROGRAMS 5.5). Not thread-safe.
 */
public final class Attempts {

    private static final int MOST = 3;

    private final Map<CheckName, Finding> best = new EnumMap<>(CheckName.class);
    private final Map<Scene, Integer> failed = new EnumMap<>(Scene.class);
    private final List<Scene> all;
    private final List<Scene> open;
    private final Set<CheckName> failedElsewhere;

    /**
     * Creates the record of a ring that has not been played.
     *
     * @param scenes to be played on it, the pings first
     * @param failedBefore checks that have failed elsewhere: what needs one of them is not tried
     */
    public Attempts(List<Scene> scenes, Set<CheckName> failedBefore) {
        all = List.copyOf(scenes);
        failedElsewhere = Set.copyOf(failedBefore);
        open =
                new ArrayList<>(
                        scenes.stream()
                                .filter(scene ->
                                        scene == Scene.PINGS
                                                || scene.checks().stream()
                                                        .anyMatch(this::canBeTried))
                                .toList());
    }

    private boolean canBeTried(CheckName check) {
        return Collections.disjoint(Scene.neededBy(check), failedElsewhere);
    }

    /** Returns the scenes that must still be played after the pings of a fresh ring. */
    public List<Scene> scenes() {
        return open.stream().filter(scene -> scene != Scene.PINGS).toList();
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
     * @param found the last finding of each check that was looked at
     */
    public void take(Map<CheckName, Finding> found) {
        found.forEach((check, finding) ->
                best.merge(
                        check, finding, (one, other) -> one.verdict().isSettled() ? one : other));
        for (Scene scene : List.copyOf(open)) {
            List<Finding> seen =
                    scene.checks().stream().filter(found::containsKey).map(found::get).toList();
            boolean isDone = !seen.isEmpty() && scene.checks().stream().allMatch(this::isGood);
            boolean isLost =
                    !seen.isEmpty() && !isDone && failed.merge(scene, 1, Integer::sum) >= MOST;
            if (isDone || isLost) {
                open.remove(scene);
            }
        }
    }

    private boolean isGood(CheckName check) {
        Finding finding = best.get(check);
        return finding != null && finding.verdict().isSettled();
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
        doubtful.forEach(check ->
                best.computeIfPresent(
                        check,
                        (_, finding) -> finding.inconclusive(Judge.said("without.reference"))));
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
        Finding finding = best.get(check);
        if (!rules.asksFor(check)) {
            return Finding.without(
                    check, Verdict.NOT_APPLICABLE, Judge.said("without.rules", rules.name()));
        }
        if (finding != null && finding.verdict().isSettled()) {
            return finding;
        }
        List<CheckName> causes =
                Scene.neededBy(check).stream().filter(need -> isBad(need, before)).toList();
        if (!causes.isEmpty()) {
            return Finding.without(
                    check, Verdict.NOT_REACHED, Judge.said("without.need", labels(causes)));
        }
        if (finding == null) {
            return Finding.without(check, Verdict.NOT_REACHED, Judge.said("without.time"));
        }
        List<CheckName> untold =
                Scene.neededBy(check).stream()
                        .filter(need -> isInconclusive(before.get(need)))
                        .toList();
        return untold.isEmpty() || finding.verdict() == Verdict.INCONCLUSIVE
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
