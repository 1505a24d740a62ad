package ringside.app.ring;

import java.util.ArrayList;
import java.util.List;

/** Breaks the words of a peer into lines where they have no room in one. Pure. */
final class WordLines {

    private static final int MOST_LINES = 4;
    private static final String DOT = "\u00b7";

    private WordLines() {}

    /**
     * Returns the words in one line, in two and so on, each as narrow as that many lines can be. A
     * number stays with its unit.
     */
    static List<String> of(String words) {
        List<String> parts = parts(words);
        List<String> ways = new ArrayList<>();
        ways.add(words);
        for (int lines = 2; lines <= Math.min(MOST_LINES, parts.size()); lines++) {
            ways.add(narrowest(parts, lines));
        }
        return ways;
    }

    private static List<String> parts(String words) {
        List<String> parts = new ArrayList<>();
        for (String word : words.split(" ")) {
            String before = parts.isEmpty() ? "" : parts.getLast();
            boolean isUnit =
                    !before.isEmpty()
                            && Character.isDigit(before.charAt(before.length() - 1))
                            && Character.isLetter(word.charAt(0));
            if (isUnit || word.equals(DOT)) {
                parts.set(parts.size() - 1, before + " " + word);
            } else {
                parts.add(word);
            }
        }
        return parts;
    }

    private static String narrowest(List<String> parts, int lines) {
        int limit = 1;
        List<String> broken = broken(parts, limit);
        while (broken.size() > lines) {
            limit++;
            broken = broken(parts, limit);
        }
        return String.join("\n", broken);
    }

    /** Fills lines up to a number of letters; a longer part has a line of its own. */
    private static List<String> broken(List<String> parts, int limit) {
        List<String> lines = new ArrayList<>();
        for (String part : parts) {
            String longer = lines.isEmpty() ? "" : lines.getLast() + " " + part;
            if (!longer.isEmpty() && longer.length() <= limit) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(part);
            }
        }
        return lines;
    }
}
