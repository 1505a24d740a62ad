package ringside.check;

import java.util.List;
import java.util.stream.Stream;
import ringside.rules.CheckName;
import ringside.text.Messages;

/**
 * What was found about one check on one ring.
 *
 * @param share of the marks that it deserves, 0 to 1
 * @param expected what should be seen, for people; may be empty
 * @param actual what was seen instead, for people; empty if all is well
 * @param evidence lines that were printed, rows of logs, bytes that travelled, each with its time
 * @param place name of the place in a program that is the first to look at when it failed
 */
public record Finding(
        CheckName check,
        Verdict verdict,
        double share,
        List<String> expected,
        List<String> actual,
        List<String> evidence,
        String place) {

    /** A sentence with nothing behind it, or a deed without its sentence, deserves this share. */
    private static final double HALF_DONE = 0.1;

    /** Copies the lists. */
    public Finding {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
        evidence = List.copyOf(evidence);
    }

    /** Creates a finding that points at the usual place of its check. */
    public Finding(
            CheckName check,
            Verdict verdict,
            double share,
            List<String> expected,
            List<String> actual,
            List<String> evidence) {
        this(check, verdict, share, expected, actual, evidence, check.label());
    }

    static Finding held(CheckName check, List<String> evidence) {
        return new Finding(check, Verdict.HELD, 1, List.of(), List.of(), evidence);
    }

    static Finding deviates(CheckName check, List<String> differences, List<String> evidence) {
        return new Finding(check, Verdict.DEVIATES, 1, List.of(), differences, evidence);
    }

    static Finding failed(
            CheckName check, List<String> expected, List<String> actual, List<String> evidence) {
        return new Finding(check, Verdict.FAILED, 0, expected, actual, evidence);
    }

    /** A sentence without the deed, or the deed without the sentence. */
    static Finding halfDone(
            CheckName check, List<String> expected, List<String> actual, List<String> evidence) {
        return new Finding(check, Verdict.FAILED, HALF_DONE, expected, actual, evidence);
    }

    /** Returns a finding that says nothing about the program, with its reason. */
    static Finding without(CheckName check, Verdict verdict, String reason) {
        return new Finding(check, verdict, 0, List.of(), List.of(reason), List.of());
    }

    /** Returns whether the program has not done what other checks build on. */
    boolean isBad() {
        return switch (verdict) {
            case FAILED, NOT_REACHED -> share == 0;
            case HELD, DEVIATES, INCONCLUSIVE, NOT_APPLICABLE -> false;
        };
    }

    /**
     * Returns this finding, made while the machine was too busy to tell.
     *
     * @param reason how that is known, a sentence
     */
    public Finding inconclusive(String reason) {
        return new Finding(
                check, Verdict.INCONCLUSIVE, 0, expected, List.of(reason), evidence, place);
    }

    /**
     * Returns this finding, made when the time was up before it could be made again.
     *
     * @param reason why it does not count, a sentence
     */
    Finding notReached(String reason) {
        List<String> told = Stream.concat(Stream.of(reason), actual.stream()).toList();
        return new Finding(check, Verdict.NOT_REACHED, 0, expected, told, evidence, place);
    }

    /** Returns this finding, which points at another place in a program. */
    Finding at(String other) {
        return new Finding(check, verdict, share, expected, actual, evidence, other);
    }

    /** Returns where to look in the program when this check fails, for people. */
    public String whereToLook() {
        return Messages.CHECK.format("look." + place);
    }

    /** Returns what the check is about, for people. */
    public String title() {
        return titleOf(check);
    }

    /** Returns what a check is about, for people. */
    public static String titleOf(CheckName check) {
        return Messages.CHECK.format("title." + check.label());
    }
}
