package ringside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a text cites of the documentation, and whether it is there. */
final class Citations {

    private static final String NUMBER = "\\d+(?:\\.\\d+)?";

    /** Blanks, or the end of a line and the beginning of a comment on the next. */
    private static final String GAP = "\\s+(?:(?:\\*|//|#)\\s+)?";

    private static final String NEXT =
            "(?:," + GAP + "(?:and" + GAP + ")?|" + GAP + "(?:and|to|or)" + GAP + ")";

    /** A page's word and what is cited of it; a title on a ladder, and a pattern, cite nothing. */
    private static final Pattern CITATION =
            Pattern.compile(
                    "\\b(SPEC|WINDOW|PROGRAMS|RULE|ARCHITECTURE)\\b(?! OF\\b| \\{)(?:"
                            + GAP
                            + "(rules?"
                            + GAP
                            + ")?("
                            + NUMBER
                            + "(?:"
                            + NEXT
                            + NUMBER
                            + ")*))?");

    /** Section numbers in brackets, as the page of the protocol has them. */
    private static final Pattern BRACKETS =
            Pattern.compile("\\[(" + NUMBER + "(?:, " + NUMBER + ")*)\\](?!\\()");

    /** Texts and comments of a Java source: group 1 is what neither is. */
    private static final Pattern JAVA =
            Pattern.compile(
                    "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'"
                            + "|//[^\n]*|/\\*[\\s\\S]*?\\*/|([^\\s\"'/]+|\\S)");

    /** Where a word leads, and how the anchor is named after a number. */
    private record Target(Set<String> anchors, UnaryOperator<String> anchorOf) {

        boolean has(String number) {
            return anchors.contains(anchorOf.apply(number));
        }
    }

    private final Map<String, Target> targets;

    private Citations(Map<String, Target> targets) {
        this.targets = targets;
    }

    /** Reads the pages that are cited. */
    static Citations read() throws IOException {
        Target specification = sections(Page.SPECIFICATION);
        Target rules =
                new Target(
                        Set.copyOf(Page.named(Page.ARCHITECTURE).anchors()),
                        number -> "rule-" + number);
        return new Citations(
                Map.of(
                        "SPEC", specification,
                        "RULE", specification,
                        "WINDOW", sections(Page.WINDOW),
                        "PROGRAMS", sections(Page.PROGRAMS),
                        "ARCHITECTURE", rules));
    }

    private static Target sections(String page) throws IOException {
        return new Target(
                Set.copyOf(Page.named(page).anchors()), number -> "s" + number.replace('.', '-'));
    }

    /** Whether the specification has a section of this number. */
    boolean hasSection(String number) {
        return leadsSomewhere("SPEC", number);
    }

    private boolean leadsSomewhere(String word, String number) {
        @Nullable Target target = targets.get(word);
        return target != null && target.has(number);
    }

    /**
     * The citations of a text that lead nowhere, or name no section.
     *
     * @param name of the file, for messages; of a Java source only texts and comments count
     */
    List<String> wrongIn(String name, String text) {
        String read = name.endsWith(".java") ? withoutCode(text) : text;
        List<String> wrong = new ArrayList<>();
        CITATION.matcher(read)
                .results()
                .filter(citation -> !isRight(citation))
                .forEach(citation -> wrong.add(told(name, read, citation)));
        return wrong;
    }

    /** The section numbers in brackets that lead nowhere. */
    List<String> wrongBracketsIn(String name, String text) {
        List<String> wrong = new ArrayList<>();
        BRACKETS.matcher(text)
                .results()
                .filter(found -> numbers(found.group(1)).stream().anyMatch(n -> !hasSection(n)))
                .forEach(found -> wrong.add(told(name, text, found)));
        return wrong;
    }

    private boolean isRight(MatchResult citation) {
        String word = citation.group(1);
        boolean isOfRules = word.equals("ARCHITECTURE");
        return citation.group(3) != null
                && isOfRules == (citation.group(2) != null)
                && numbers(citation.group(3)).stream().allMatch(n -> leadsSomewhere(word, n));
    }

    /** All numbers in a list of them. */
    static List<String> numbers(String list) {
        return Pattern.compile(NUMBER).matcher(list).results().map(MatchResult::group).toList();
    }

    private static String told(String name, String text, MatchResult found) {
        long line = 1 + text.substring(0, found.start()).chars().filter(c -> c == '\n').count();
        return name + ":" + line + ": " + found.group().replaceAll("\\s+", " ");
    }

    private static String withoutCode(String java) {
        return JAVA.matcher(java).replaceAll(found -> found.group(1) == null ? "$0" : " ");
    }
}
