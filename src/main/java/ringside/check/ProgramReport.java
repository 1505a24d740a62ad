package ringside.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.rules.CheckName;
import ringside.rules.MarkRule;
import ringside.rules.Rules;

/**
 * What was found of a program on all of its rings.
 *
 * @param name of the program, for people
 * @param rules of its family
 * @param seed of the drawn ring
 * @param rings the ring of the assignment first
 * @param beyond the rings on which more was done than is marked; may be empty
 */
public record ProgramReport(
        String name, Rules rules, long seed, List<RingReport> rings, List<RingReport> beyond) {

    /** The ring of the assignment counts so much, and the drawn one the rest. */
    private static final double[] WEIGHTS = {0.6, 0.4};

    /** Copies the lists. */
    public ProgramReport {
        rings = List.copyOf(rings);
        beyond = List.copyOf(beyond);
    }

    /**
     * What a check is worth, and what the program got.
     *
     * @param verdict the worse of both rings
     * @param marks that it got
     * @param most that it could get; 0 where the check is not applicable
     */
    public record Part(CheckName check, Verdict verdict, double marks, double most) {}

    /** Returns a part for each check, in their order. */
    public List<Part> parts() {
        return CheckName.marked().stream().map(this::part).toList();
    }

    private Part part(CheckName check) {
        List<Finding> found = rings.stream().map(ring -> ring.of(check)).toList();
        double worth =
                rules.marks().stream()
                        .filter(mark -> mark.check() == check)
                        .mapToDouble(MarkRule::marks)
                        .sum();
        double share = 0;
        double most = 0;
        for (int i = 0; i < found.size(); i++) {
            double weight = found.size() == 1 ? 1 : WEIGHTS[i];
            if (found.get(i).verdict() != Verdict.NOT_APPLICABLE) {
                share += weight * found.get(i).share();
                most += weight;
            }
        }
        return new Part(check, worstOf(found), worth * share, worth * most);
    }

    private static Verdict worstOf(List<Finding> found) {
        return Stream.of(
                        Verdict.FAILED,
                        Verdict.NOT_REACHED,
                        Verdict.INCONCLUSIVE,
                        Verdict.DEVIATES,
                        Verdict.HELD)
                .filter(verdict -> found.stream().anyMatch(each -> each.verdict() == verdict))
                .findFirst()
                .orElse(Verdict.NOT_APPLICABLE);
    }

    /** Returns all marks that the program got. */
    public double marks() {
        return parts().stream().mapToDouble(Part::marks).sum();
    }

    /** Returns all marks that it could get. */
    public double most() {
        return parts().stream().mapToDouble(Part::most).sum();
    }

    /**
     * Returns the first finding to look at: the first that failed, on the first ring where it did.
     */
    public Optional<Finding> first() {
        return CheckName.marked().stream()
                .flatMap(check -> rings.stream().map(ring -> ring.of(check)))
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .findFirst();
    }

    /** Returns what was found beyond the marks; empty if it was not looked for. */
    public List<Finding> findingsBeyond() {
        return beyond.stream()
                .flatMap(ring -> ring.findings().stream())
                .filter(finding -> finding.check().isBeyond())
                .toList();
    }

    /** Returns how many checks have a verdict. */
    public long count(Verdict verdict) {
        return parts().stream().filter(part -> part.verdict() == verdict).count();
    }
}
